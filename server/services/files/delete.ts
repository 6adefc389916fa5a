import { deleteFiles } from "#server/records/files/delete-files.ts"
import { botDrive } from "#server/records/files/drives.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { dashboardPlace, loadBotFile } from "./load-bot-file.ts"
import { FileInput } from "./schema.ts"

/** Deletes a file of the bot's drive. Throws: AppError "bot.not_found", "file.not_found". */
export const deleteBotFile = defineVerb({
  name: "files.delete",
  permission: "files.update",
  input: FileInput,
  audit: "file.deleted",
  run: async (context: ServiceContext, { botId, fileId }): Promise<null> => {
    const { orgId, container } = context
    return await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const { path } = await loadBotFile(tx, orgId, botId, fileId)
      const place = dashboardPlace(orgId, botId, container.clock.now())
      await deleteFiles(tx, place, botDrive({ orgId, botId }), path)
      await recordAudit(tx, context, "file.deleted", { kind: "file", id: fileId }, { path })
      return null
    })
  },
})
