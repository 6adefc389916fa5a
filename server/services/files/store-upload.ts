import { hash } from "node:crypto"
import { extensionOf, sniffType } from "#basic"
import type { Container } from "#server/container.ts"
import type { Drive, FileRow } from "#server/records/files/file-row.ts"
import { keepFile } from "#server/records/files/keep-file.ts"
import { reserveBlob } from "#server/records/files/reserve-blob.ts"
import type { RecordPlace } from "#server/records/place.ts"

/**
 * Keeps what somebody uploaded: room and a name first, then the content, then its path; what breaks off in
 * between is deleted a day later.
 *
 * Throws: AppError "file.too_large", "file.quota_reached", "file.too_many".
 */
export async function storeUpload(
  { db, files }: Pick<Container, "db" | "files">,
  place: RecordPlace,
  drive: Drive,
  path: string,
  bytes: Uint8Array,
): Promise<FileRow> {
  const { orgId } = drive
  const size = bytes.byteLength
  const { blobId } = await db.withOrg(orgId, (tx) => reserveBlob(tx, orgId, size, place.nowMs))
  await files.put({ orgId, blobId }, bytes)
  const mimeType = sniffType(bytes, extensionOf(path))
  const content = { blobId, size, mimeType, sha256: hash("sha256", bytes, "hex") }
  return await db.withOrg(orgId, (tx) => keepFile(tx, place, drive, path, content))
}
