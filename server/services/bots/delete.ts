import { newId } from "#catalog/ids.ts"
import { binDue, openBin, silenceBot } from "#server/records/bin/bin-entries.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { announceBot } from "../versions/set-live.ts"
import { loadBot } from "./load.ts"
import { BotInput } from "./schema.ts"

/**
 * Puts a bot into the bin, with its flows, versions and conversations: nobody meets it from now on and it
 * does nothing more. For thirty days it can be brought back; its public name stays its own that long.
 *
 * Throws: AppError "bot.not_found".
 */
export const deleteBot = defineVerb({
  name: "bots.delete",
  permission: "bots.delete",
  input: BotInput,
  audit: "bot.deleted",
  run: async (context: ServiceContext, { botId }): Promise<null> => {
    const { orgId, userId, container } = context
    const now = container.clock.now()
    const { slug, stagingSlug } = await container.db.withOrg(orgId, async (tx) => {
      const bot = await loadBot(tx, orgId, botId)
      await openBin(tx)
      const [place] = await tx.rows<{ stagingSlug: string | null }>(
        `update bots set deleted_at = $3 where org_id = $1 and id = $2 returning staging_slug as "stagingSlug"`,
        [orgId, botId, now],
      )
      const kept = await silenceBot(tx, orgId, botId)
      await tx.rows(
        `insert into bin_entries (org_id, id, bot_id, kind, name, kept, deleted_by, deleted_at, due)
         values ($1, $2, $3, 'bot', $4, $5::text::json, $6, $7, $8)`,
        [
          ...[orgId, newId("bin", now.getTime()), botId, bot.name, JSON.stringify(kept)],
          ...[userId, now, binDue(now)],
        ],
      )
      await recordAudit(tx, context, "bot.deleted", { kind: "bot", id: botId }, { name: bot.name })
      return { slug: bot.slug, stagingSlug: place?.stagingSlug ?? null }
    })
    await announceBot(container, botId, [slug, stagingSlug])
    return null
  },
})
