import type { DriveFile } from "./drive-file.ts"

/** What stands in one folder: folders first, then files. */
export type FolderEntry =
  | {
      readonly kind: "folder"
      readonly path: string
      readonly name: string
      readonly count: number
    }
  | { readonly kind: "file"; readonly name: string; readonly file: DriveFile }

/** Lists a folder out of all files of a drive; folders are what paths have in common. "" is the top. */
export function listFolder(files: readonly DriveFile[], folder: string): FolderEntry[] {
  const start = folder === "" ? "" : `${folder}/`
  const folders = new Map<string, number>()
  const own: FolderEntry[] = []
  for (const file of files) {
    if (!file.path.startsWith(start)) continue
    const rest = file.path.slice(start.length)
    const slash = rest.indexOf("/")
    if (slash < 0) own.push({ kind: "file", name: rest, file })
    else folders.set(rest.slice(0, slash), (folders.get(rest.slice(0, slash)) ?? 0) + 1)
  }
  const named = [...folders].map(
    ([name, count]): FolderEntry => ({ kind: "folder", path: start + name, name, count }),
  )
  const byName = (one: FolderEntry, other: FolderEntry) => one.name.localeCompare(other.name)
  return [...named.sort(byName), ...own.sort(byName)]
}
