import { nameOf } from "#basic"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { loadBotFile } from "./load-bot-file.ts"
import { FileInput } from "./schema.ts"

const goodForMs = 5 * 60_000

/** An address at which the file can be downloaded for five minutes. Throws: AppError "bot.not_found", "file.not_found". */
export const linkBotFile = defineVerb({
  name: "files.link",
  permission: "files.read",
  input: FileInput,
  audit: null,
  run: async (
    { orgId, container }: ServiceContext,
    { botId, fileId },
  ): Promise<{ url: string }> => {
    const { path } = await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      return await loadBotFile(tx, orgId, botId, fileId)
    })
    const expiresMs = container.clock.now().getTime() + goodForMs
    return { url: container.fileLinks.sign({ orgId, fileId, expiresMs }, nameOf(path)) }
  },
})
