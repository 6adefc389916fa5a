import type { Layout } from "#basic/graph/model.ts"
import type { BotId, ConversationId, ProvenOrgId } from "#catalog/ids.ts"
import type { ChatMessage, Choice, MessageFile } from "#catalog/messages.ts"
import type { OrgTx } from "#db/transaction.ts"
import { type ReviewedTurn, reviewConversation } from "#server/engine/review-conversation.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { channelColumn, lastRun, stateColumn } from "./load.ts"
import { RecordingInput, type RecordingState } from "./schema.ts"

/** What somebody said, with the turn and the step it belongs to. */
export interface RecordedMessage extends ChatMessage {
  readonly eventId: string | null
  readonly stepId: string | null
}

/** A version that ran in a conversation. */
export interface RecordedVersion {
  readonly id: string
  readonly number: number
  /** The entry first. */
  readonly scripts: readonly {
    readonly name: string
    readonly source: string
    readonly layout: Layout
  }[]
}

/** A conversation with everything that shows what the bot did in it, and why. */
export interface Recording {
  readonly conversationId: ConversationId
  readonly botId: BotId
  readonly botName: string
  readonly state: Exclude<RecordingState, "all">
  readonly channel: string
  readonly contactName: string | null
  readonly language: string | null
  readonly startedAt: string
  readonly lastAt: string
  readonly messages: readonly RecordedMessage[]
  readonly turns: readonly ReviewedTurn[]
  readonly versions: readonly RecordedVersion[]
}

type Head = Omit<Recording, "startedAt" | "lastAt" | "messages" | "turns" | "versions"> & {
  readonly startedAt: Date
  readonly lastAt: Date
  readonly versionId: string
}

/**
 * Opens a conversation: what was said, and its turns run again from the journal, with the statements they took
 * and what the variables held after each. Nothing outside happens.
 *
 * Throws: AppError "conversation.not_found".
 */
export const getRecording = defineVerb({
  name: "recordings.get",
  permission: "recordings.read",
  input: RecordingInput,
  audit: null,
  run: async ({ orgId, container }: ServiceContext, { conversationId }): Promise<Recording> => {
    const { head, messages } = await container.db.withOrg(orgId, async (tx) => ({
      head: await loadHead(tx, orgId, conversationId),
      messages: await readMessages(tx, orgId, conversationId),
    }))
    const turns = await reviewConversation(container.db, orgId, conversationId)
    const { versionId, startedAt, lastAt, ...shown } = head
    const ids = [...new Set([...turns.map((turn) => turn.versionId), versionId])]
    const versions = await container.db.withOrg(orgId, (tx) =>
      tx.rows<RecordedVersion>(
        "select id, number, scripts from versions where org_id = $1 and id = any($2) order by number",
        [orgId, ids],
      ),
    )
    return {
      ...shown,
      startedAt: startedAt.toISOString(),
      lastAt: lastAt.toISOString(),
      messages,
      turns,
      versions,
    }
  },
})

async function loadHead(tx: OrgTx, orgId: ProvenOrgId, id: ConversationId): Promise<Head> {
  const [row] = await tx.rows<Head>(
    `select c.id as "conversationId", c.bot_id as "botId", b.name as "botName", ${stateColumn} as state,
       ${channelColumn} as channel, k.name as "contactName", c.language, c.created_at as "startedAt",
       c.last_at as "lastAt", c.bot_version_id as "versionId"
     from conversations c join bots b on b.org_id = c.org_id and b.id = c.bot_id ${lastRun}
     left join contacts k on k.org_id = c.org_id and k.id = c.contact_id
     where c.org_id = $1 and c.id = $2`,
    [orgId, id],
  )
  if (row === undefined) throw new AppError("conversation.not_found")
  return row
}

interface MessageRow extends Omit<RecordedMessage, "at" | "choices" | "file"> {
  readonly choices: Choice[] | null
  readonly attachment: MessageFile | null
  readonly at: Date
}

async function readMessages(tx: OrgTx, orgId: ProvenOrgId, id: ConversationId) {
  const rows = await tx.rows<MessageRow>(
    `select id, seq, sender as "from", kind, text, choices, attachment, at, event_id as "eventId",
       step_id as "stepId"
     from messages where org_id = $1 and conversation_id = $2 order by seq limit 1000`,
    [orgId, id],
  )
  return rows.map(
    ({ choices, attachment, at, ...row }): RecordedMessage => ({
      ...row,
      ...(choices !== null && { choices }),
      ...(attachment !== null && { file: attachment }),
      at: at.toISOString(),
    }),
  )
}
