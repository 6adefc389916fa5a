import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import {
  type Drive,
  driveParams,
  type FileRow,
  fileColumns,
  ofDrive,
  type StoredFile,
  toFileRow,
} from "./file-row.ts"

/** The files below a folder, by path; "" is the whole drive. At most as many as a bot may have. */
export async function listFiles(tx: OrgTx, drive: Drive, folder: string): Promise<FileRow[]> {
  const rows = await tx.rows<StoredFile>(
    `select ${fileColumns} from files f where ${ofDrive}
       and ($5 = '' or starts_with(f.path, $5 || '/')) order by f.path limit ${limits.filesPerBot}`,
    [...driveParams(drive), folder],
  )
  return rows.map(toFileRow)
}
