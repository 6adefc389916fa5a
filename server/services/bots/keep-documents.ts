import type { BotId } from "#catalog/ids.ts"
import { botDrive } from "#server/records/files/drives.ts"
import type { ServiceContext } from "../context.ts"
import { dashboardPlace } from "../files/load-bot-file.ts"
import { storeUpload } from "../files/store-upload.ts"

/** A file of a bot's drive with its content. */
export interface BotFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** Puts documents into the drive of a new bot. Throws: AppError "file.too_large", "file.quota_reached", "file.too_many". */
export async function keepDocuments(
  { orgId, container }: ServiceContext,
  botId: BotId,
  documents: readonly BotFile[],
): Promise<void> {
  for (const { path, bytes } of documents) {
    const place = dashboardPlace(orgId, botId, container.clock.now())
    await storeUpload(container, place, botDrive({ orgId, botId }), path, bytes)
  }
}
