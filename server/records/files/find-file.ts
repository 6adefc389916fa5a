import type { OrgId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import {
  type Drive,
  driveParams,
  type FileRow,
  fileColumns,
  ofDrive,
  type StoredFile,
  toFileRow,
} from "./file-row.ts"

/** The file at a path of a drive; null when there is none. */
export async function findFile(tx: OrgTx, drive: Drive, path: string): Promise<FileRow | null> {
  const [row] = await tx.rows<StoredFile>(
    `select ${fileColumns} from files f where ${ofDrive} and f.path = $5`,
    [...driveParams(drive), path],
  )
  return row === undefined ? null : toFileRow(row)
}

/** The same in the first drive that has it. Throws: AppError "file.not_found". */
export async function loadFile(
  tx: OrgTx,
  drives: readonly Drive[],
  path: string,
): Promise<FileRow> {
  for (const drive of drives) {
    const found = await findFile(tx, drive, path)
    if (found !== null) return found
  }
  throw new AppError("file.not_found", { path })
}

/** A file by its id, wherever it lies; null when it is gone, or its bot lies in the bin. */
export async function findFileById(
  tx: OrgTx,
  orgId: OrgId,
  fileId: string,
): Promise<FileRow | null> {
  const [row] = await tx.rows<StoredFile>(
    `select ${fileColumns} from files f where f.org_id = $1 and f.id = $2
       and exists (select from bots b where b.org_id = f.org_id and b.id = f.bot_id)`,
    [orgId, fileId],
  )
  return row === undefined ? null : toFileRow(row)
}
