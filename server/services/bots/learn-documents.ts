import { hash } from "node:crypto"
import { cleanName, extensionOf, sniffType } from "#basic"
import type { BotId } from "#catalog/ids.ts"
import { isAppError } from "#server/errors/app-error.ts"
import { reserveBlob } from "#server/records/files/reserve-blob.ts"
import { ensureBase } from "#server/records/knowledge/find-base.ts"
import { insertOnce } from "#server/records/knowledge/insert-document.ts"
import { typeOfDocument } from "#server/records/knowledge/type-of-document.ts"
import type { ServiceContext } from "../context.ts"
import type { BotFile } from "./keep-documents.ts"

/** The base that the documents of a new bot are in, called as their folder is: `USE KB "knowledge"`. */
const baseName = "knowledge"

/**
 * Puts the documents of a new bot into a knowledge base of its own, where they are read soon after. What holds
 * no text is left out; so is the rest when the organization's knowledge is full: the files are there in any case.
 */
export async function learnDocuments(
  context: ServiceContext,
  botId: BotId,
  documents: readonly BotFile[],
): Promise<void> {
  try {
    for (const document of documents) await learn(context, botId, document)
  } catch (error) {
    if (!isAppError(error, "knowledge.too_many")) throw error
  }
}

async function learn(
  { orgId, container }: ServiceContext,
  botId: BotId,
  { path, bytes }: BotFile,
): Promise<void> {
  const title = cleanName(path.split("/").at(-1) ?? path)
  const mimeType = typeOfDocument(sniffType(bytes, extensionOf(title)), extensionOf(title))
  if (mimeType === null) return
  const nowMs = container.clock.now().getTime()
  const size = bytes.byteLength
  const { blobId } = await container.db.withOrg(orgId, (tx) => reserveBlob(tx, orgId, size, nowMs))
  await container.files.put({ orgId, blobId }, bytes)
  const sha256 = hash("sha256", bytes, "hex")
  await container.db.withOrg(orgId, async (tx) => {
    const base = await ensureBase(tx, orgId, botId, baseName)
    await insertOnce(tx, orgId, base.id, { title, mimeType, size, sha256, blobId, content: null })
  })
}
