import type { BotId } from "#catalog/ids.ts"
import { botDrive } from "#server/records/files/drives.ts"
import type { ServiceContext } from "../context.ts"
import { dashboardPlace } from "../files/load-bot-file.ts"
import { storeUpload } from "../files/store-upload.ts"
import { learnDocuments } from "./learn-documents.ts"

/** A file of a bot's drive with its content. */
export interface BotFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** Puts documents into the drive of a new bot and into its knowledge. Throws: AppError "file.too_large", "file.quota_reached", "file.too_many". */
export async function keepDocuments(
  context: ServiceContext,
  botId: BotId,
  documents: readonly BotFile[],
): Promise<void> {
  const { orgId, container } = context
  for (const { path, bytes } of documents) {
    const place = dashboardPlace(orgId, botId, container.clock.now())
    await storeUpload(container, place, botDrive({ orgId, botId }), path, bytes)
  }
  await learnDocuments(context, botId, documents)
}
