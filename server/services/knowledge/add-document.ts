import { hash } from "node:crypto"
import { cleanName, extensionOf, sniffType } from "#basic"
import { AppError } from "#server/errors/app-error.ts"
import { reserveBlob } from "#server/records/files/reserve-blob.ts"
import { insertDocument } from "#server/records/knowledge/insert-document.ts"
import { typeOfDocument } from "#server/records/knowledge/type-of-document.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { spend } from "../spend.ts"
import { loadBase } from "./load.ts"
import { AddDocumentInput } from "./schema.ts"

/**
 * Keeps a document and has it read soon after.
 *
 * Throws: AppError "bot.not_found", "knowledge.base_not_found", "knowledge.type_refused",
 * "knowledge.document_known", "knowledge.too_many", "file.too_large", "file.quota_reached", "request.too_many".
 */
export const addDocument = defineVerb({
  name: "knowledge.addDocument",
  permission: "knowledge.update",
  input: AddDocumentInput,
  audit: "knowledge.document_added",
  run: async (
    context: ServiceContext,
    { botId, baseId, name, bytes },
  ): Promise<{ readonly id: string; readonly title: string }> => {
    const { orgId, container, userId } = context
    await spend(container, "uploadPerUser", userId ?? orgId)
    const title = cleanName(name.split(/[\\/]/).at(-1) ?? name)
    const mimeType = typeOfDocument(sniffType(bytes, extensionOf(title)), extensionOf(title))
    if (mimeType === null)
      throw new AppError("knowledge.type_refused", { type: sniffType(bytes, extensionOf(title)) })
    const size = bytes.byteLength
    const nowMs = container.clock.now().getTime()
    const { blobId } = await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      await loadBase(tx, orgId, botId, baseId)
      return await reserveBlob(tx, orgId, size, nowMs)
    })
    await container.files.put({ orgId, blobId }, bytes)
    const sha256 = hash("sha256", bytes, "hex")
    return await container.db.withOrg(orgId, async (tx) => {
      await loadBase(tx, orgId, botId, baseId)
      const document = { title, mimeType, size, sha256, blobId, content: null }
      const id = await insertDocument(tx, orgId, baseId, document)
      const subject = { kind: "bot", id: botId } as const
      await recordAudit(tx, context, "knowledge.document_added", subject, { title })
      return { id, title }
    })
  },
})
