import { type Dirent, readdirSync, statSync } from "node:fs"
import { basename, dirname, join, resolve } from "node:path"
import type { Json } from "#basic"
import { AppError } from "#server/errors/app-error.ts"
import { readConfig } from "#server/records/settings/read-config.ts"
import { paramOf } from "#server/records/settings/setting-names.ts"
import { FileProblem, type Terminal } from "./command.ts"
import { readTextFile } from "./read-file.ts"

/** A script of a package: `name` as calls know it, `file` as the person knows it. */
export interface PackageScript {
  readonly name: string
  readonly file: string
}

/** The scripts of one bot and what its config.csv sets in them. */
export interface Package {
  readonly folder: string
  readonly scripts: readonly PackageScript[]
  /** Files named `config.csv` in a `.gbot` folder. */
  readonly config: string | null
}

/** So many folders lie in each other. */
const maxDepth = 20
/** Documents, files and looks of a bot; no scripts. */
const isOther = (name: string): boolean => /\.gb(kb|drive|data|theme|ui|ot)$/i.test(name)
const isPassedOver = (name: string): boolean => name.startsWith(".") || name === "node_modules"
const isScript = (name: string): boolean => /\.bas$/i.test(name) && !/\.test\.bas$/i.test(name)

const listFolder = (folder: string, terminal: Terminal): Dirent[] => {
  try {
    return readdirSync(resolve(terminal.folder, folder), { withFileTypes: true })
      .filter(({ name }) => !isPassedOver(name))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    throw new FileProblem(`${folder}: The folder cannot be read.`)
  }
}

export const isFolder = (path: string, terminal: Terminal): boolean =>
  statSync(resolve(terminal.folder, path), { throwIfNoEntry: false })?.isDirectory() ?? false

/**
 * Finds the bots in a folder: each `name.gbai` with its `.gbdialog` is one, and so is every other folder with
 * scripts in it; with a `start.bas` it takes the scripts of its subfolders along.
 */
export const listPackages = (folder: string, terminal: Terminal, depth = 0): Package[] => {
  if (depth > maxDepth) return []
  const entries = listFolder(folder, terminal)
  const folders = entries.filter((entry) => entry.isDirectory())
  const dialogs = folders.filter(({ name }) => /\.gbdialog$/i.test(name))
  const isBot = /\.gbai$/i.test(basename(resolve(terminal.folder, folder)))
  const hasStart = entries.some((entry) => entry.isFile() && /^start\.bas$/i.test(entry.name))
  if (isBot || dialogs.length > 0 || hasStart) {
    const roots = dialogs.length > 0 ? dialogs.map(({ name }) => join(folder, name)) : [folder]
    const scripts = roots.flatMap((root) => listScripts(root, "", terminal, depth))
    return [{ folder, scripts: startFirst(scripts), config: findConfig(folder, folders, terminal) }]
  }
  const own = entries
    .filter((entry) => entry.isFile() && isScript(entry.name))
    .map(({ name }) => ({ name: withoutEnd(name), file: join(folder, name) }))
  const below = folders
    .filter(({ name }) => !isOther(name))
    .flatMap(({ name }) => listPackages(join(folder, name), terminal, depth + 1))
  return own.length > 0 ? [{ folder, scripts: startFirst(own), config: null }, ...below] : below
}

function listScripts(
  root: string,
  prefix: string,
  terminal: Terminal,
  depth: number,
): PackageScript[] {
  if (depth > maxDepth) return []
  return listFolder(root, terminal).flatMap((entry) => {
    const file = join(root, entry.name)
    if (entry.isDirectory())
      return isOther(entry.name)
        ? []
        : listScripts(file, `${prefix}${entry.name}/`, terminal, depth + 1)
    if (!entry.isFile() || !isScript(entry.name)) return []
    return [{ name: prefix + withoutEnd(entry.name), file }]
  })
}

const withoutEnd = (name: string): string => name.replace(/\.bas$/i, "")

/** Where conversations begin comes first; without it the order stays. */
const startFirst = (scripts: readonly PackageScript[]): PackageScript[] => {
  const isStart = ({ name }: PackageScript) => name.toLowerCase() === "start"
  return [...scripts.filter(isStart), ...scripts.filter((script) => !isStart(script))]
}

function findConfig(folder: string, folders: readonly Dirent[], terminal: Terminal): string | null {
  for (const { name } of folders) {
    if (!/\.gbot$/i.test(name)) continue
    const found = listFolder(join(folder, name), terminal).find(
      (entry) => entry.isFile() && /^config\.csv$/i.test(entry.name),
    )
    if (found) return join(folder, name, found.name)
  }
  return null
}

/** The scripts beside a file, which a call in it may name; the file itself comes first. */
export const listNeighbours = (file: string, terminal: Terminal): PackageScript[] => {
  const folder = dirname(file)
  const own = { name: withoutEnd(basename(file)), file }
  const others = listScripts(folder, "", terminal, maxDepth - 2).filter(
    ({ file: other }) => resolve(terminal.folder, other) !== resolve(terminal.folder, file),
  )
  return [own, ...others]
}

/** What `param-*` lines of a config.csv set in every script. Throws FileProblem with the file's name. */
export const readParams = (config: string | null, terminal: Terminal): Record<string, Json> => {
  if (config === null) return {}
  try {
    const values = [...readConfig(readTextFile(config, terminal))]
    return Object.fromEntries(
      values
        .filter(([name]) => name.startsWith("param-"))
        .map(([name, value]) => paramOf({ name, value })),
    )
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw new FileProblem(`${config}: ${error.message}`)
  }
}
