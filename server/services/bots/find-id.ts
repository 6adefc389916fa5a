import type { BotId } from "#catalog/ids.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { KeyContext } from "../context.ts"

/**
 * Finds a bot by its public name among those that a key reaches.
 *
 * Throws: AppError "bot.not_found", for bots of others and bots that the key is not for, too.
 */
export async function findBotId(
  { orgId, apiKey, container }: KeyContext,
  slug: string,
): Promise<BotId> {
  const [bot] = await container.db.tenantQuery<{ id: BotId }>(
    [orgId],
    "select id from bots where org_id = $1 and slug = $2",
    [orgId, slug],
  )
  const isReached = bot !== undefined && (apiKey.botIds?.includes(bot.id) ?? true)
  if (!isReached) throw new AppError("bot.not_found", { bot: slug.slice(0, 100) })
  return bot.id
}
