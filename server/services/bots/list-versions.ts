import type { VersionId } from "#catalog/ids.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { loadBot } from "./load.ts"
import { BotInput } from "./schema.ts"

export interface VersionSummary {
  readonly id: VersionId
  /** From 1, per bot. */
  readonly number: number
  readonly publishedAt: string
  /** Null when the person has gone. */
  readonly publishedBy: string | null
  /** The one new conversations begin with. */
  readonly isCurrent: boolean
}

/** The published versions of a bot, the latest first. Throws: AppError "bot.not_found". */
export const listVersions = defineVerb({
  name: "bots.versions",
  permission: "bots.read",
  input: BotInput,
  audit: null,
  run: ({ orgId, container }: ServiceContext, { botId }): Promise<VersionSummary[]> =>
    container.db.withOrg(orgId, async (tx) => {
      const bot = await loadBot(tx, orgId, botId)
      const rows = await tx.rows<Omit<VersionSummary, "publishedAt"> & { publishedAt: Date }>(
        `select v.id, v.number, v.published_at as "publishedAt", u.name as "publishedBy",
           v.id = $3 as "isCurrent"
         from versions v left join users u on u.id = v.published_by
         where v.org_id = $1 and v.bot_id = $2 order by v.number desc limit 200`,
        [orgId, botId, bot.versionId ?? ""],
      )
      return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }))
    }),
})
