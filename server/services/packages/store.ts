import { botFactsTopic } from "#server/records/settings/setting-names.ts"
import { writeSetting } from "#server/records/settings/write-setting.ts"
import { insertBot } from "../bots/create.ts"
import { keepDocuments } from "../bots/keep-documents.ts"
import type { Bot } from "../bots/load.ts"
import { newSlug } from "../bots/slug.ts"
import type { ServiceContext } from "../context.ts"
import { storeDefinition } from "../understanding/store.ts"
import type { BotContent } from "./content.ts"

/** A bot that was made of a package or of another bot. */
export interface StoredBot {
  readonly bot: Bot
  /** Names of settings whose values have to be set anew, because they are secret. */
  readonly secrets: readonly string[]
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
  const { name, settings, documents, understanding, ...made } = content
  const bot = await insertBot(
    context,
    { ...made, name, slug: newSlug(name), origin },
    async (tx, botId) => {
      const place = { orgId, botId, nowMs: container.clock.now().getTime() }
      for (const { name, value } of settings)
        if (value !== null)
          await writeSetting(tx, place, { name, value, isSecret: false, size: value.length })
      await storeDefinition(tx, { orgId, botId, at: container.clock.now() }, understanding)
    },
  )
  await keepDocuments(context, bot.id, documents)
  await container.pubsub.publish(botFactsTopic, { botId: bot.id })
  return { bot, secrets: settings.flatMap(({ name, value }) => (value === null ? [name] : [])) }
}
