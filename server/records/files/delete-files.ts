import type { OrgTx } from "#db/transaction.ts"
import { announceFileChange } from "../events/announce-file-change.ts"
import type { RecordPlace } from "../place.ts"
import { type Drive, driveParams, fileColumns, ofDrive, type StoredFile } from "./file-row.ts"

/**
 * Deletes a file, or a folder with everything below it. Gives how many files there were: 0 when the path
 * names nothing.
 */
export async function deleteFiles(
  tx: OrgTx,
  place: RecordPlace,
  drive: Drive,
  path: string,
): Promise<number> {
  const rows = await tx.rows<StoredFile>(
    `delete from files f where ${ofDrive} and (f.path = $5 or starts_with(f.path, $5 || '/'))
     returning ${fileColumns}`,
    [...driveParams(drive), path],
  )
  if (drive.area === "bot")
    for (const { id, path: gone, size, mimeType } of rows)
      await announceFileChange(tx, place, {
        ...{ change: "delete", path: gone, fileId: id, sizeBytes: size, mimeType },
      })
  return rows.length
}
