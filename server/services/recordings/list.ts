import type { ConversationId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { channelColumn, lastRun, likeWords, stateColumn } from "./load.ts"
import { ListRecordingsInput, type RecordingState } from "./schema.ts"

/** A conversation as a list shows it. */
export interface RecordingItem {
  readonly conversationId: ConversationId
  readonly state: Exclude<RecordingState, "all">
  readonly channel: string
  /** Null for a visitor who said no name. */
  readonly contactName: string | null
  readonly versionNumber: number
  readonly messageCount: number
  readonly lastText: string
  readonly startedAt: string
  readonly lastAt: string
}

interface Row extends Omit<RecordingItem, "startedAt" | "lastAt"> {
  readonly startedAt: Date
  readonly lastAt: Date
}

const shown = `c.id as "conversationId", ${stateColumn} as state, ${channelColumn} as channel,
  k.name as "contactName", v.number as "versionNumber", c.next_seq - 1 as "messageCount",
  coalesce(m.text, '') as "lastText", c.created_at as "startedAt", c.last_at as "lastAt"`

/** The conversations of a bot, the latest first, a page at a time. Throws: AppError "bot.not_found". */
export const listRecordings = defineVerb({
  name: "recordings.list",
  permission: "recordings.read",
  input: ListRecordingsInput,
  audit: null,
  run: async (
    { orgId, container }: ServiceContext,
    { botId, state, from, until, search, offset },
  ): Promise<{ items: RecordingItem[]; isMore: boolean }> =>
    container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const size = limits.recordingsPerPage
      const rows = await tx.rows<Row>(
        `select ${shown} from (
           select c.* from conversations c ${lastRun}
           where c.org_id = $1 and c.bot_id = $2
             and ($3 = 'all' or ${stateColumn} = $3)
             and ($4::date is null or c.last_at >= $4::date)
             and ($5::date is null or c.last_at < $5::date + 1)
             and ($6 = '%%' or exists (select from messages m
               where m.org_id = c.org_id and m.conversation_id = c.id and m.text ilike $6))
           order by c.last_minute desc, c.last_at desc, c.id desc limit $7 offset $8) c
         ${lastRun}
         join versions v on v.org_id = c.org_id and v.id = c.bot_version_id
         left join contacts k on k.org_id = c.org_id and k.id = c.contact_id
         left join lateral (select text from messages m
           where m.conversation_id = c.id order by m.seq desc limit 1) m on true
         order by c.last_at desc, c.id desc`,
        [orgId, botId, state, from, until, likeWords(search), size + 1, offset],
      )
      const items = rows.slice(0, size).map((row) => ({
        ...row,
        startedAt: row.startedAt.toISOString(),
        lastAt: row.lastAt.toISOString(),
      }))
      return { items, isMore: rows.length > size }
    }),
})
