import { botDrive } from "#server/records/files/drives.ts"
import { listFiles } from "#server/records/files/list-files.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { type DriveFile, toDriveFile } from "./load-bot-file.ts"
import { ListFilesInput } from "./schema.ts"

/** Every file of the bot's own drive, by path. Throws: AppError "bot.not_found". */
export const listBotFiles = defineVerb({
  name: "files.list",
  permission: "files.read",
  input: ListFilesInput,
  audit: null,
  run: async ({ orgId, container }: ServiceContext, { botId }): Promise<DriveFile[]> =>
    await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      return (await listFiles(tx, botDrive({ orgId, botId }), "")).map(toDriveFile)
    }),
})
