import { emptyLayout } from "#basic/graph/model.ts"
import { type BotId, newId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { entryName } from "../scripts/load.ts"
import { type Bot, loadBot, toBot } from "./load.ts"
import { loadTemplate } from "./load-template.ts"
import { CreateBotInput } from "./schema.ts"
import { newSlug } from "./slug.ts"

/** Makes a bot from a template; nothing of it is public before it is published. Throws: AppError "plan.bot_limit". */
export const createBot = defineVerb({
  name: "bots.create",
  permission: "bots.create",
  input: CreateBotInput,
  audit: "bot.created",
  run: async (context: ServiceContext, { name, template }): Promise<Bot> => {
    const source = await loadTemplate(template)
    return insertBot(context, { name, slug: newSlug(name), source, template })
  },
})

export interface NewBot {
  readonly name: string
  readonly slug: string
  readonly source: string
  /** What it was made from, for the audit log. */
  readonly template: string
}

/** Stores a bot with its first flow. */
export async function insertBot(context: ServiceContext, bot: NewBot): Promise<Bot> {
  const { orgId, userId, container } = context
  const now = container.clock.now()
  const botId: BotId = newId("bot", now.getTime())
  return container.db.withOrg(orgId, async (tx) => {
    // Locking the organization's row makes two at once count one after the other.
    await tx.rows("select id from organizations where id = $1 for update", [orgId])
    const [count] = await tx.rows<{ used: number }>(
      "select count(*) as used from bots where org_id = $1",
      [orgId],
    )
    const used = count?.used ?? 0
    if (used >= limits.botsPerOrg)
      throw new AppError("plan.bot_limit", { used, limit: limits.botsPerOrg })
    await tx.rows(
      "insert into bots (org_id, id, slug, name, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)",
      [orgId, botId, bot.slug, bot.name, now],
    )
    await tx.rows(
      `insert into scripts (org_id, bot_id, id, name, position, source, source_hash, layout, updated_at, updated_by)
       values ($1, $2, $3, $4, 0, $5, md5($5), $6::text::json, $7, $8)`,
      [
        orgId,
        botId,
        newId("scr", now.getTime()),
        entryName,
        bot.source,
        JSON.stringify(emptyLayout),
        now,
        userId,
      ],
    )
    const { name, template } = bot
    await recordAudit(tx, context, "bot.created", { kind: "bot", id: botId }, { name, template })
    return toBot(await loadBot(tx, orgId, botId))
  })
}
