import { cleanPath } from "#basic"
import { AppError } from "#server/errors/app-error.ts"
import { botDrive } from "#server/records/files/drives.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { spend } from "../spend.ts"
import { type DriveFile, dashboardPlace, toDriveFile } from "./load-bot-file.ts"
import { UploadFileInput } from "./schema.ts"
import { storeUpload } from "./store-upload.ts"

/**
 * Puts a file into the bot's drive, in place of one that has its path.
 *
 * Throws: AppError "bot.not_found", "file.path_refused", "file.too_large", "file.quota_reached",
 * "file.too_many", "request.too_many".
 */
export const uploadBotFile = defineVerb({
  name: "files.upload",
  permission: "files.update",
  input: UploadFileInput,
  audit: "file.uploaded",
  run: async (context: ServiceContext, { botId, path, bytes }): Promise<DriveFile> => {
    const { orgId, container, userId } = context
    await spend(container, "uploadPerUser", userId ?? orgId)
    const target = cleanPath(path)
    if (target === null) throw new AppError("file.path_refused", { path })
    await container.db.withOrg(orgId, (tx) => loadBot(tx, orgId, botId))
    const place = dashboardPlace(orgId, botId, container.clock.now())
    const row = await storeUpload(container, place, botDrive({ orgId, botId }), target, bytes)
    await container.db.withOrg(orgId, (tx) =>
      recordAudit(tx, context, "file.uploaded", { kind: "file", id: row.id }, { path: target }),
    )
    return toDriveFile(row)
  },
})
