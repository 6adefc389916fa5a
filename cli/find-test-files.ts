import { readdirSync, statSync } from "node:fs"
import { join, resolve } from "node:path"
import { FileProblem, type Terminal } from "./command.ts"

const testFile = /\.test\.bas$/i

/** Folders that hold what others wrote or what was made. */
const isPassedOver = (name: string): boolean => name.startsWith(".") || name === "node_modules"

const listFolder = (folder: string, terminal: Terminal): string[] =>
  readdirSync(resolve(terminal.folder, folder), { withFileTypes: true })
    .filter(({ name }) => !isPassedOver(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return listFolder(path, terminal)
      return entry.isFile() && testFile.test(entry.name) ? [path] : []
    })

const isFolder = (path: string, terminal: Terminal): boolean =>
  statSync(resolve(terminal.folder, path), { throwIfNoEntry: false })?.isDirectory() ?? false

/** Lists the files to test: those that are named, and every `*.test.bas` in folders that are named, each once. */
export const findTestFiles = (paths: readonly string[], terminal: Terminal): string[] => {
  const found = paths.flatMap((path) => {
    if (!isFolder(path, terminal)) return [path]
    const files = listFolder(path, terminal)
    if (files.length === 0) throw new FileProblem(`${path}: There is no file *.test.bas in it.`)
    return files
  })
  return [...new Set(found)]
}
