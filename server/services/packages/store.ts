import { botFactsTopic } from "#server/records/settings/setting-names.ts"
import { writeSetting } from "#server/records/settings/write-setting.ts"
import { insertBot } from "../bots/create.ts"
import { keepDocuments } from "../bots/keep-documents.ts"
import type { Bot } from "../bots/load.ts"
import { newSlug } from "../bots/slug.ts"
import type { ServiceContext } from "../context.ts"
import { adoptPrompts } from "../prompts/adopt.ts"
import { storeDefinition } from "../understanding/store.ts"
import type { BotContent } from "./content.ts"

/** A bot that was made of a package or of another bot. */
export interface StoredBot {
  readonly bot: Bot
  /** Names of settings whose values have to be set anew, because they are secret. */
  readonly secrets: readonly string[]
  /** Prompts of the library that have the same name and say something else: the bot now uses those. */
  readonly keptPrompts: readonly string[]
}

/**
 * Makes a new bot of what another was made of. It runs nothing, publishes nothing and replaces nothing.
 *
 * Throws: AppError "plan.bot_limit", "script.limit", "script.name_taken", "setting.refused", "file.quota_reached".
 */
export async function storeContent(
  context: ServiceContext,
  content: BotContent,
  origin: Readonly<Record<string, string>>,
): Promise<StoredBot> {
  const { orgId, container } = context
  const { name, settings, documents, understanding, prompts, ...made } = content
  const keptPrompts: string[] = []
  const bot = await insertBot(
    context,
    { ...made, name, slug: newSlug(name), origin },
    async (tx, botId) => {
      const place = { orgId, botId, nowMs: container.clock.now().getTime() }
      for (const { name, value } of settings)
        if (value !== null)
          await writeSetting(tx, place, { name, value, isSecret: false, size: value.length })
      keptPrompts.push(...(await adoptPrompts(tx, context, prompts)))
      await storeDefinition(tx, { orgId, botId, at: container.clock.now() }, understanding)
    },
  )
  await keepDocuments(context, bot.id, documents)
  await container.pubsub.publish(botFactsTopic, { botId: bot.id })
  const secrets = settings.flatMap(({ name, value }) => (value === null ? [name] : []))
  return { bot, secrets, keptPrompts }
}
