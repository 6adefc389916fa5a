import { newId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import { announceFileChange } from "../events/announce-file-change.ts"
import type { RecordPlace } from "../place.ts"
import {
  type Drive,
  driveParams,
  type FileRow,
  fileColumns,
  type StoredFile,
  toFileRow,
} from "./file-row.ts"

/** A content that lies in the store. */
export interface StoredContent {
  readonly blobId: string
  readonly size: number
  readonly mimeType: string
  readonly sha256: string
}

/**
 * Gives a content a path, in place of what the path named before. Its blob is kept from now on.
 *
 * Throws: AppError "file.too_many"; "file.link_spent" when the content was given up meanwhile.
 */
export async function keepFile(
  tx: OrgTx,
  place: RecordPlace,
  drive: Drive,
  path: string,
  content: StoredContent,
): Promise<FileRow> {
  await keepBlob(tx, drive, content)
  await checkCount(tx, drive, path)
  const { blobId, size, mimeType, sha256 } = content
  const now = new Date(place.nowMs)
  const [row] = await tx.rows<StoredFile & { isNew: boolean }>(
    `insert into files as f (org_id, bot_id, area, owner, path, id, blob_id, size, mime_type, sha256, created_at, modified_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)
     on conflict (org_id, bot_id, area, owner, path) do update set blob_id = excluded.blob_id,
       size = excluded.size, mime_type = excluded.mime_type, sha256 = excluded.sha256, modified_at = excluded.modified_at
     returning ${fileColumns}, xmax = 0 as "isNew"`,
    [...driveParams(drive), path, newId("fil", place.nowMs), blobId, size, mimeType, sha256, now],
  )
  if (row === undefined) throw new Error("An insert gave no row.")
  const { isNew, ...stored } = row
  const change = isNew ? "create" : "modify"
  if (drive.area === "bot")
    await announceFileChange(tx, place, {
      ...{ change, path, fileId: stored.id, sizeBytes: size, mimeType },
    })
  return toFileRow(stored)
}

/** The same blob may be kept again: a copy names the content another file has. */
async function keepBlob(tx: OrgTx, { orgId }: Drive, { blobId, size }: StoredContent) {
  const kept = await tx.rows(
    `update blobs set state = 'kept', due = null, size = $3
     where org_id = $1 and id = $2 and state <> 'deleting' returning id`,
    [orgId, blobId, size],
  )
  if (kept.length === 0) throw new AppError("file.link_spent")
}

async function checkCount(tx: OrgTx, drive: Drive, path: string) {
  const [row] = await tx.rows<{ count: number; isThere: boolean }>(
    `select count(*)::int as count, coalesce(bool_or(path = $3 and area = $4 and owner = $5), false) as "isThere"
     from files where org_id = $1 and bot_id = $2`,
    [drive.orgId, drive.botId, path, drive.area, drive.owner],
  )
  if (row !== undefined && !row.isThere && row.count >= limits.filesPerBot)
    throw new AppError("file.too_many", { limit: limits.filesPerBot })
}
