import { cleanPath } from "#basic"
import { AppError } from "#server/errors/app-error.ts"
import { botDrive } from "#server/records/files/drives.ts"
import { findFile } from "#server/records/files/find-file.ts"
import { moveFile } from "#server/records/files/move-file.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { type DriveFile, dashboardPlace, loadBotFile, toDriveFile } from "./load-bot-file.ts"
import { RenameFileInput } from "./schema.ts"

/**
 * Gives a file another path. Nothing is overwritten: programs may, people are asked for another name.
 *
 * Throws: AppError "bot.not_found", "file.not_found", "file.path_refused", "file.name_taken".
 */
export const renameBotFile = defineVerb({
  name: "files.rename",
  permission: "files.update",
  input: RenameFileInput,
  audit: "file.renamed",
  run: async (context: ServiceContext, { botId, fileId, path }): Promise<DriveFile> => {
    const { orgId, container } = context
    const target = cleanPath(path)
    if (target === null) throw new AppError("file.path_refused", { path })
    return await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const before = await loadBotFile(tx, orgId, botId, fileId)
      const drive = botDrive({ orgId, botId })
      const there = await findFile(tx, drive, target)
      if (there !== null && there.id !== fileId)
        throw new AppError("file.name_taken", { path: target })
      const place = dashboardPlace(orgId, botId, container.clock.now())
      const moved = await moveFile(tx, place, drive, before.path, target)
      const subject = { kind: "file", id: fileId } as const
      await recordAudit(tx, context, "file.renamed", subject, { from: before.path, to: target })
      return toDriveFile(moved)
    })
  },
})
