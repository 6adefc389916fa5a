import { AppError } from "#server/errors/app-error.ts"
import type { FileRow } from "#server/records/files/file-row.ts"
import { findFileById } from "#server/records/files/find-file.ts"
import type { AnyoneContext } from "../context.ts"
import { proveOrg } from "../proven-org.ts"

/**
 * The gate of signed addresses: the signature is the proof, made by this installation for this one file.
 *
 * Throws: AppError "file.link_spent" for any address that opens nothing, so that none tells what exists.
 */
export async function openFileLink(
  { container }: AnyoneContext,
  token: string,
): Promise<{ file: FileRow; bytes: Uint8Array }> {
  const linked = container.fileLinks.read(token)
  const nowMs = container.clock.now().getTime()
  if (linked === null || (linked.expiresMs ?? Infinity) <= nowMs)
    throw new AppError("file.link_spent")
  const orgId = proveOrg(linked.orgId)
  const file = await container.db.withOrg(orgId, (tx) => findFileById(tx, orgId, linked.fileId))
  const bytes = file && (await container.files.get({ orgId, blobId: file.blobId }))
  if (file === null || bytes === null) throw new AppError("file.link_spent")
  return { file, bytes }
}
