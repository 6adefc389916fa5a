import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import type { HistoryEntry } from "./load.ts"
import { HistoryInput } from "./schema.ts"

/** Where a bot stands: what it was, what is live and what is staged. */
export interface History {
  /** The latest first. */
  readonly entries: readonly HistoryEntry[]
  /** The public name of its staging; null when nothing is staged. */
  readonly stagingSlug: string | null
  /** Something is staged that is not live. */
  readonly canPromote: boolean
}

type Row = Omit<HistoryEntry, "at"> & { readonly at: Date }

/** Throws: AppError "bot.not_found". */
export const listHistory = defineVerb({
  name: "versions.list",
  permission: "bots.read",
  input: HistoryInput,
  audit: null,
  run: ({ orgId, container }: ServiceContext, { botId }): Promise<History> =>
    container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const [place] = await tx.rows<{ live: string; staging: string; stagingSlug: string | null }>(
        `select coalesce(published_version_id, '') as live, coalesce(staging_version_id, '') as staging,
           case when staging_version_id is null then null else staging_slug end as "stagingSlug"
         from bots where org_id = $1 and id = $2`,
        [orgId, botId],
      )
      const { live = "", staging = "", stagingSlug = null } = place ?? {}
      const rows = await tx.rows<Row>(
        `select * from (
           select v.id as ref, 'version' as kind, v.number, coalesce(s.name, '') as name,
             coalesce(s.note, '') as note, v.published_at as at, u.name as by,
             v.id = $3 as "isLive", v.id = $4 as "isStaging", false as "isAutomatic"
           from versions v
           left join snapshots s on s.org_id = v.org_id and s.version_id = v.id
           left join users u on u.id = v.published_by
           where v.org_id = $1 and v.bot_id = $2
           union all
           select s.id, 'snapshot', null, s.name, s.note, s.created_at, u.name, false, false, s.is_automatic
           from snapshots s left join users u on u.id = s.created_by
           where s.org_id = $1 and s.bot_id = $2 and s.version_id is null
         ) entries order by at desc, ref desc limit 300`,
        [orgId, botId, live, staging],
      )
      const entries = rows.map((row) => ({ ...row, at: row.at.toISOString() }))
      return { entries, stagingSlug, canPromote: staging !== "" && staging !== live }
    }),
})
