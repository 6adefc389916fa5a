import type { BotId } from "#catalog/ids.ts"
import { readDefinition } from "#server/records/understanding/read-definition.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { packPrompts } from "../prompts/pack.ts"
import { readScripts } from "../scripts/load.ts"
import { readSettings } from "../settings/get.ts"
import type { BotContent } from "./content.ts"

/** Where documents that belong to the bot itself stand in its drive. */
export const documentFolder = "knowledge/"

/** Reads what a bot is made of; secrets by their names only. Throws: AppError "bot.not_found". */
export async function loadContent(context: ServiceContext, botId: BotId): Promise<BotContent> {
  const { orgId, container } = context
  const { stored, ...content } = await container.db.withOrg(orgId, async (tx) => {
    const bot = await loadBot(tx, orgId, botId)
    const scripts = await readScripts(tx, orgId, botId)
    const { timeZone, languages, values } = await readSettings(tx, orgId, botId)
    const tests = await tx.rows<{ name: string; source: string }>(
      "select name, source from bot_tests where org_id = $1 and bot_id = $2 order by name",
      [orgId, botId],
    )
    const stored = await tx.rows<{ path: string; blobId: string }>(
      `select path, blob_id as "blobId" from files
       where org_id = $1 and bot_id = $2 and area = 'bot' and starts_with(path, $3) order by path`,
      [orgId, botId, documentFolder],
    )
    const understanding = await readDefinition(tx, orgId, botId)
    const prompts = await packPrompts(
      tx,
      orgId,
      scripts.map(({ source }) => source),
    )
    return {
      stored,
      understanding,
      prompts,
      name: bot.name,
      languages,
      timeZone,
      tests,
      scripts: scripts.map(({ name, source, layout }) => ({ name, source, layout })),
      settings: values.map(({ name, value }) => ({ name, value })),
    }
  })
  const documents = []
  for (const { path, blobId } of stored) {
    const bytes = await container.files.get({ orgId, blobId })
    if (bytes !== null) documents.push({ path, bytes })
  }
  return { ...content, documents }
}
