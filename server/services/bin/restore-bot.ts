import type { BotId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { AppError } from "#server/errors/app-error.ts"
import { type KeptDues, openBin, wakeBot } from "#server/records/bin/bin-entries.ts"
import { type Bot, loadBot, toBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { announceBot } from "../versions/set-live.ts"
import { BinEntryInput } from "./schema.ts"

/**
 * Brings a deleted bot back as it was: its address answers again, and what it was to do is due again.
 *
 * Throws: AppError "bin.entry_gone", "plan.bot_limit".
 */
export const restoreBot = defineVerb({
  name: "bin.restoreBot",
  permission: "bots.delete",
  input: BinEntryInput,
  audit: "bot.restored",
  run: async (context: ServiceContext, { entryId }): Promise<Bot> => {
    const { orgId, container } = context
    const { bot, stagingSlug } = await container.db.withOrg(orgId, async (tx) => {
      await tx.rows("select id from organizations where id = $1 for update", [orgId])
      const [count] = await tx.rows<{ used: number }>(
        "select count(*)::int as used from bots where org_id = $1",
        [orgId],
      )
      const used = count?.used ?? 0
      if (used >= limits.botsPerOrg)
        throw new AppError("plan.bot_limit", { used, limit: limits.botsPerOrg })
      await openBin(tx)
      const [entry] = await tx.rows<{ botId: BotId; kept: KeptDues }>(
        `delete from bin_entries where org_id = $1 and id = $2 and kind = 'bot'
         returning bot_id as "botId", kept`,
        [orgId, entryId],
      )
      if (entry === undefined) throw new AppError("bin.entry_gone")
      const { botId, kept } = entry
      const [row] = await tx.rows<{ stagingSlug: string | null }>(
        `update bots set deleted_at = null where org_id = $1 and id = $2 returning staging_slug as "stagingSlug"`,
        [orgId, botId],
      )
      await wakeBot(tx, orgId, kept)
      const bot = toBot(await loadBot(tx, orgId, botId))
      const subject = { kind: "bot", id: botId } as const
      await recordAudit(tx, context, "bot.restored", subject, { name: bot.name })
      return { bot, stagingSlug: row?.stagingSlug ?? null }
    })
    await announceBot(container, bot.id, [bot.slug, stagingSlug])
    return bot
  },
})
