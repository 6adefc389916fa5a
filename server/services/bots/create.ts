import { findZone } from "#catalog/find-zone.ts"
import { type BotId, newId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { insertScript, type NewScript } from "../scripts/insert.ts"
import { checkSize } from "../scripts/load.ts"
import { keepDocuments } from "./keep-documents.ts"
import { type Bot, loadBot, toBot } from "./load.ts"
import { loadTemplate } from "./load-template.ts"
import { CreateBotInput } from "./schema.ts"
import { newSlug } from "./slug.ts"

/**
 * Makes a bot from a template: its flows with their texts in other languages, its tests and its documents.
 * Nothing of it is public before it is published. Throws: AppError "plan.bot_limit".
 */
export const createBot = defineVerb({
  name: "bots.create",
  permission: "bots.create",
  input: CreateBotInput,
  audit: "bot.created",
  run: async (context: ServiceContext, { name, template, timeZone = "UTC" }): Promise<Bot> => {
    const { documents, tests, ...content } = await loadTemplate(template)
    const bot = await insertBot(context, {
      ...content,
      name,
      slug: newSlug(name),
      timeZone: findZone(timeZone) === null ? "UTC" : timeZone,
      origin: { template },
      tests: tests.map(({ path, text }) => ({ name: path.replace(/\.bas$/, ""), source: text })),
    })
    const files = documents.map(({ path, text }) => ({
      path,
      bytes: new TextEncoder().encode(text),
    }))
    await keepDocuments(context, bot.id, files)
    return bot
  },
})

export interface NewBot {
  readonly name: string
  readonly slug: string
  /** The entry first. */
  readonly scripts: readonly NewScript[]
  /** The language it is written in, then those it also speaks. */
  readonly languages: readonly string[]
  readonly timeZone?: string
  readonly tests?: readonly { readonly name: string; readonly source: string }[]
  /** What it was made from, for the audit log. */
  readonly origin: Readonly<Record<string, string>>
}

/**
 * Stores a bot with its flows and tests. `settle` does what belongs to the same transaction.
 *
 * Throws: AppError "plan.bot_limit", "script.limit", "script.name_taken".
 */
export async function insertBot(
  context: ServiceContext,
  bot: NewBot,
  settle: (tx: OrgTx, botId: BotId) => Promise<void> = async () => {},
): Promise<Bot> {
  const { orgId, container } = context
  const now = container.clock.now()
  const botId: BotId = newId("bot", now.getTime())
  return container.db.withOrg(orgId, async (tx) => {
    await countBots(tx, orgId)
    await tx.rows(
      `insert into bots (org_id, id, slug, name, languages, time_zone, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $7)`,
      [orgId, botId, bot.slug, bot.name, [...bot.languages], bot.timeZone ?? "UTC", now],
    )
    for (const script of bot.scripts) await insertScript(tx, context, botId, script)
    await checkSize(tx, orgId, botId)
    for (const { name, source } of bot.tests ?? [])
      await tx.rows(
        "insert into bot_tests (org_id, bot_id, name, source) values ($1, $2, $3, $4)",
        [orgId, botId, name, source],
      )
    await settle(tx, botId)
    const facts = { name: bot.name, ...bot.origin }
    await recordAudit(tx, context, "bot.created", { kind: "bot", id: botId }, facts)
    return toBot(await loadBot(tx, orgId, botId))
  })
}

/** Locking the organization's row makes two at once count one after the other. */
async function countBots(tx: OrgTx, orgId: ServiceContext["orgId"]): Promise<void> {
  await tx.rows("select id from organizations where id = $1 for update", [orgId])
  const [count] = await tx.rows<{ used: number }>(
    "select count(*) as used from bots where org_id = $1",
    [orgId],
  )
  const used = count?.used ?? 0
  if (used >= limits.botsPerOrg)
    throw new AppError("plan.bot_limit", { used, limit: limits.botsPerOrg })
}
