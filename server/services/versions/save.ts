import { newId, type SnapshotId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { AppError } from "#server/errors/app-error.ts"
import { draftFacts } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { lockBot, readScripts } from "../scripts/load.ts"
import { SaveVersionInput } from "./schema.ts"

/** Automatic ones beyond this many give way, the oldest first. */
const automaticKept = 20

/**
 * Keeps the state of the draft under a name, with errors or without. One that was kept by the product and
 * says what the newest entry says is that entry.
 *
 * Throws: AppError "bot.not_found", "version.limit".
 */
export const saveVersion = defineVerb({
  name: "versions.save",
  permission: "bots.update",
  input: SaveVersionInput,
  audit: "version.saved",
  run: (
    context: ServiceContext,
    { botId, name, note, isAutomatic },
  ): Promise<{ readonly ref: SnapshotId }> => {
    const { orgId, userId, container } = context
    const now = container.clock.now()
    return container.db.withOrg(orgId, async (tx) => {
      await lockBot(tx, orgId, botId)
      const [known] = await tx.rows<{ used: number }>(
        `select count(*)::int as used from snapshots
         where org_id = $1 and bot_id = $2 and version_id is null and not is_automatic`,
        [orgId, botId],
      )
      const { snapshotsPerBot: limit } = limits
      if (!isAutomatic && (known?.used ?? 0) >= limit)
        throw new AppError("version.limit", { limit })
      const scripts = (await readScripts(tx, orgId, botId)).map(({ name, source, layout }) => ({
        ...{ name, source, layout },
      }))
      const ref = newId("snp", now.getTime())
      await tx.rows(
        `insert into snapshots (org_id, id, bot_id, name, note, scripts, sources_hash, is_automatic, created_by, created_at)
         select $1, $2, $3, $4, $5, $6::text::json, d.hash, $7, $8, $9 from (${draftFacts("$1", "$3")}) d`,
        [orgId, ref, botId, name, note, JSON.stringify(scripts), isAutomatic, userId, now],
      )
      await tx.rows(
        `delete from snapshots where org_id = $1 and bot_id = $2 and id in (
           select id from snapshots where org_id = $1 and bot_id = $2 and version_id is null and is_automatic
           order by created_at desc offset $3::int)`,
        [orgId, botId, automaticKept],
      )
      await recordAudit(tx, context, "version.saved", { kind: "bot", id: botId }, { name })
      return { ref }
    })
  },
})
