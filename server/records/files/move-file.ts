import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import { announceFileChange } from "../events/announce-file-change.ts"
import type { RecordPlace } from "../place.ts"
import {
  type Drive,
  driveParams,
  type FileRow,
  fileColumns,
  ofDrive,
  type StoredFile,
  toFileRow,
} from "./file-row.ts"

/** Gives a file another path, in place of what that named before. Throws: AppError "file.not_found". */
export async function moveFile(
  tx: OrgTx,
  place: RecordPlace,
  drive: Drive,
  from: string,
  to: string,
): Promise<FileRow> {
  if (from !== to)
    await tx.rows(
      `delete from files f where ${ofDrive} and f.path = $5
       and exists (select from files g where g.org_id = $1 and g.bot_id = $2 and g.area = $3 and g.owner = $4 and g.path = $6)`,
      [...driveParams(drive), to, from],
    )
  const [row] = await tx.rows<StoredFile>(
    `update files f set path = $6, modified_at = $7 where ${ofDrive} and f.path = $5 returning ${fileColumns}`,
    [...driveParams(drive), from, to, new Date(place.nowMs)],
  )
  if (row === undefined) throw new AppError("file.not_found", { path: from })
  if (drive.area === "bot" && from !== to)
    await announceFileChange(tx, place, {
      ...{ change: "rename", path: to, oldPath: from, fileId: row.id },
      ...{ sizeBytes: row.size, mimeType: row.mimeType },
    })
  return toFileRow(row)
}
