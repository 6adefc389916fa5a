import type { BotId, VersionId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { RecordPlace } from "../place.ts"

export interface FoundBot {
  readonly id: BotId
  readonly versionId: VersionId | null
}

/**
 * Finds a bot of the run's own organization by its slug, else by its name in any case.
 *
 * Reads: `bots`. Throws: AppError "bot.not_found".
 */
export async function findBot(
  tx: OrgTx,
  { orgId }: Pick<RecordPlace, "orgId">,
  named: string,
): Promise<FoundBot> {
  const bot = named.trim().slice(0, limits.nameChars)
  const [row] = await tx.rows<FoundBot>(
    `select id, published_version_id as "versionId" from bots
     where org_id = $1 and (slug = $2 or lower(name) = lower($2))
     order by slug = $2 desc, created_at, id limit 1`,
    [orgId, bot],
  )
  if (row === undefined) throw new AppError("bot.not_found", { bot })
  return row
}
