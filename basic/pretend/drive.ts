import { makeFileValue } from "../files/file-value.ts"
import { mimeTypeOf } from "../files/mime-types.ts"
import { cleanPath, extensionOf, folderOf, matchesPattern, nameOf } from "../files/path.ts"
import type { Json } from "../vm/value.ts"

interface PretendFile {
  readonly text: string
  /** Rows, where a table was written: a workbook is no text. */
  readonly rows: Json
  readonly modifiedMs: number
}

/** The drive of a preview: files are texts, kept as long as the preview is open. */
export class PretendDrive {
  readonly #files = new Map<string, PretendFile>()

  has(path: string): boolean {
    return this.#files.has(path)
  }
  readText(path: string): string | null {
    return this.#files.get(path)?.text ?? null
  }
  readRows(path: string): Json {
    return this.#files.get(path)?.rows ?? null
  }
  write(path: string, text: string, nowMs: number, rows: Json = null): void {
    this.#files.set(path, { text, rows, modifiedMs: nowMs })
  }

  /** The paths of a file, or of everything below a folder. */
  pathsAt(path: string): string[] {
    return [...this.#files.keys()]
      .filter((each) => path === "" || each === path || each.startsWith(`${path}/`))
      .sort()
  }

  list(folder: string, pattern: string | null, isRecursive: boolean): string[] {
    return this.pathsAt(folder).filter(
      (path) =>
        (isRecursive || folderOf(path) === folder) &&
        (pattern === null || matchesPattern(nameOf(path), pattern)),
    )
  }

  copy(from: string, to: string, nowMs: number): number {
    const paths = this.pathsAt(from)
    for (const path of paths) {
      const file = this.#files.get(path) as PretendFile
      this.#files.set(to + path.slice(from.length), { ...file, modifiedMs: nowMs })
    }
    return paths.length
  }

  delete(path: string): number {
    const paths = this.pathsAt(path)
    for (const each of paths) this.#files.delete(each)
    return paths.length
  }

  /** A file as a program gets it. A path nothing was written to is described all the same. */
  describe(path: string): { [key: string]: Json } {
    const size = this.#files.get(path)?.text.length ?? 0
    const mimeType = mimeTypeOf(extensionOf(path)) ?? "application/octet-stream"
    const url = `https://preview.invalid/files/${nameOf(path)}`
    return { ...makeFileValue({ path, size, mimeType, url }), modified: null, created: null }
  }
}

/** Makes a path of an address, as fetching it would: its last part. */
export const pathOfAddress = (url: string): string =>
  cleanPath(nameOf(url.replace(/[?#].*$/, ""))) ?? "download.bin"
