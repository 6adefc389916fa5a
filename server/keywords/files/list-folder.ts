import { folderOf, matchesPattern, nameOf } from "#basic"
import type { Json } from "#basic/vm/value.ts"
import { botDrive } from "#server/records/files/drives.ts"
import type { Drive } from "#server/records/files/file-row.ts"
import { listFiles } from "#server/records/files/list-files.ts"
import type { RecordPlace } from "#server/records/place.ts"
import type { Step } from "../step.ts"
import { describeFile } from "./describe-file.ts"

interface Listing {
  readonly pattern?: string | undefined
  readonly isRecursive?: boolean
  readonly drive?: (place: RecordPlace) => Drive
}

/** So many files a program gets of one folder. */
const maxListed = 1_000

/** The files of a folder, and of those below it when told so; what is deeper shows as folders otherwise. */
export async function listFolder(
  step: Step,
  folder: string,
  { pattern, isRecursive = false, drive = botDrive }: Listing = {},
): Promise<Json> {
  const { files, folders } = await step.record(async (tx, place) => {
    const rows = await listFiles(tx, drive(place), folder)
    const fits = (path: string) => pattern === undefined || matchesPattern(nameOf(path), pattern)
    const own = rows.filter(
      (row) => (isRecursive || folderOf(row.path) === folder) && fits(row.path),
    )
    const deeper = isRecursive || pattern !== undefined ? [] : foldersIn(rows, folder)
    const files = own.slice(0, maxListed).map((row) => ({ ...row, orgId: place.orgId }))
    return { files, folders: deeper }
  })
  return [
    ...folders.map((path) => ({
      name: nameOf(path),
      path,
      size: 0,
      type: "folder",
      mime_type: "",
    })),
    ...files.map((file) => describeFile(step, file)),
  ]
}

function foldersIn(rows: readonly { readonly path: string }[], folder: string): string[] {
  const start = folder === "" ? 0 : folder.length + 1
  const names = rows.flatMap(({ path }) => {
    const slash = path.indexOf("/", start)
    return slash < 0 ? [] : [path.slice(0, slash)]
  })
  return [...new Set(names)].slice(0, maxListed)
}
