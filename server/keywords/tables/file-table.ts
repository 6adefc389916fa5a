import { fromJson } from "#basic"
import { makesFile, workOnRows } from "#basic/rows/file-table.ts"
import type { TableContext, TableWork } from "#basic/rows/store.ts"
import type { Value } from "#basic/vm/value.ts"
import { readableDrives } from "#server/records/files/drives.ts"
import { findFile } from "#server/records/files/find-file.ts"
import type { HeldFile } from "../files/content.ts"
import { readRows } from "../files/read-value.ts"
import { writeValue } from "../files/write-value.ts"
import type { Step } from "../step.ts"

/** Finds the file a command is to work on. Undefined: there is none, and the command makes none. */
export async function findTableFile(
  keyword: string,
  path: string,
  step: Step,
): Promise<HeldFile | null | undefined> {
  const found = await step.record(async (tx, place): Promise<HeldFile | null> => {
    for (const drive of readableDrives(place)) {
      const row = await findFile(tx, drive, path)
      if (row !== null) return { ...row, orgId: place.orgId }
    }
    return null
  })
  if (found !== null) return found
  return makesFile(keyword) ? null : undefined
}

/**
 * Does the work of a command over the rows of a CSV or XLSX file: reads them all, and writes the file again
 * when they have changed. Two that write at once do not see each other: for rows that many write there
 * are tables.
 */
export async function workOnFile(
  path: string,
  file: HeldFile | null,
  begin: (context: TableContext) => TableWork,
  context: TableContext,
  step: Step,
): Promise<Value> {
  const rows = file === null ? null : await step.outside("same key", () => readRows(step, file))
  const done = workOnRows(path, rows, begin, context)
  if (done.rows !== null)
    await writeValue(step, { path, content: fromJson(done.rows), shape: "TABLE" })
  return done.value
}
