import type { z } from "zod"
import { cleanPath, listExpressions, normalizeScriptName, parse } from "#basic"
import { limits } from "#catalog/limits.ts"
import { AppError } from "#server/errors/app-error.ts"
import { describeIssues } from "#server/errors/describe-issues.ts"
import type { ArchiveEntry } from "#server/infra/documents/port.ts"
import { entryName } from "../scripts/load.ts"
import { checkPattern } from "../understanding/load.ts"
import type { BotContent } from "./content.ts"
import { documentFolder } from "./load.ts"
import {
  Manifest,
  PackageLayout,
  PackagePrompts,
  PackageSettings,
  PackageSource,
  PackageTests,
  PackageUnderstanding,
} from "./schema.ts"

const folders = ["scripts/", "layouts/", "tests/", documentFolder]

/**
 * Reads the files of a package, every one of them, before anything is stored.
 *
 * Throws: AppError "package.name_refused", "package.part_missing", "package.part_refused", "package.cycle".
 */
export function parsePackage(entries: readonly ArchiveEntry[]): BotContent {
  const parts = new PackageParts(entries)
  const manifest = parts.readJson("manifest.json", Manifest)
  const entry = manifest.scripts[0] ?? ""
  if (entry.toLowerCase() !== entryName)
    throw refusePart("manifest.json", `its first script is not "${entryName}"`)
  const scripts = manifest.scripts.map((name) => ({
    name,
    source: parts.readText(`scripts/${name}.bas`, PackageSource),
    layout: parts.readJson(`layouts/${name}.json`, PackageLayout),
  }))
  const content: BotContent = {
    name: manifest.name,
    languages: [...new Set(manifest.languages)],
    timeZone: manifest.timeZone,
    scripts,
    tests: manifest.tests.map((name) => ({
      name,
      source: parts.readText(`tests/${name}.bas`, PackageTests),
    })),
    settings: parts.readJson("settings.json", PackageSettings),
    understanding: readUnderstanding(parts),
    // Packages of bots that name no prompt have no such file.
    prompts: parts.has("prompts.json") ? parts.readJson("prompts.json", PackagePrompts) : [],
    documents: manifest.documents.map((path) => ({ path, bytes: parts.readDocument(path) })),
  }
  parts.refuseRest()
  refuseCycles(scripts)
  return content
}

/** Packages of bots that were taught nothing have no such file. Throws: AppError "understanding.pattern_refused". */
function readUnderstanding(parts: PackageParts): BotContent["understanding"] {
  if (!parts.has("understanding.json")) return { intents: [], entities: [] }
  const understanding = parts.readJson("understanding.json", PackageUnderstanding)
  for (const entity of understanding.entities) checkPattern(entity)
  return understanding
}

/** The files by their names; each is taken once. */
class PackageParts {
  private readonly parts = new Map<string, Uint8Array>()

  constructor(entries: readonly ArchiveEntry[]) {
    const taken = new Set<string>()
    for (const { name, bytes } of entries) {
      const isKnown =
        name === "manifest.json" ||
        name === "settings.json" ||
        name === "understanding.json" ||
        name === "prompts.json" ||
        folders.some((folder) => name.startsWith(folder))
      // Names are compared as drives that know no capitals would.
      const folded = name.normalize("NFC").toLowerCase()
      if (!isKnown || cleanPath(name) !== name || taken.has(folded))
        throw new AppError("package.name_refused", { name: name.slice(0, 100) })
      taken.add(folded)
      this.parts.set(name, bytes)
    }
  }

  has(name: string): boolean {
    return this.parts.has(name)
  }

  readText<S extends z.ZodType>(name: string, schema: S): z.output<S> {
    return this.check(name, schema, this.decode(name))
  }

  readJson<S extends z.ZodType>(name: string, schema: S): z.output<S> {
    const text = this.decode(name)
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch (cause) {
      throw refusePart(name, "it is not JSON", cause)
    }
    return this.check(name, schema, value)
  }

  readDocument(path: string): Uint8Array {
    if (!path.startsWith(documentFolder)) throw new AppError("package.name_refused", { name: path })
    const bytes = this.take(path)
    if (bytes.byteLength > limits.fileBytes)
      throw new AppError("file.too_large", { limitBytes: limits.fileBytes })
    return bytes
  }

  /** What the manifest does not name has no business in a package. */
  refuseRest(): void {
    const [name] = this.parts.keys()
    if (name !== undefined) throw new AppError("package.name_refused", { name: name.slice(0, 100) })
  }

  private decode(name: string): string {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(this.take(name))
    } catch (error) {
      if (error instanceof AppError) throw error
      throw refusePart(name, "it is not text in UTF-8", error)
    }
  }

  private take(name: string): Uint8Array {
    const bytes = this.parts.get(name)
    if (bytes === undefined)
      throw new AppError("package.part_missing", { name: name.slice(0, 100) })
    this.parts.delete(name)
    return bytes
  }

  private check<S extends z.ZodType>(name: string, schema: S, value: unknown): z.output<S> {
    const parsed = schema.safeParse(value, { reportInput: true })
    if (parsed.success) return parsed.data
    throw refusePart(name, describeIssues(parsed.error.issues).join("; "))
  }
}

const refusePart = (
  name: string,
  problem: string,
  cause?: unknown,
): AppError<"package.part_refused"> =>
  new AppError("package.part_refused", { name: name.slice(0, 100), problem }, { cause })

/** Flows that include each other would be cut somewhere when they are linked; a package must not begin so. */
function refuseCycles(scripts: BotContent["scripts"]): void {
  const includes = new Map(
    scripts.map(({ name, source }) => [normalizeScriptName(name), listIncludes(source)]),
  )
  const state = new Map<string, "open" | "done">()
  const visit = (name: string, path: readonly string[]): void => {
    if (state.get(name) === "done") return
    if (state.get(name) === "open")
      throw new AppError("package.cycle", {
        names: [...path.slice(path.indexOf(name)), name].slice(0, 10).join(" > "),
      })
    state.set(name, "open")
    for (const next of includes.get(name) ?? []) visit(next, [...path, name])
    state.set(name, "done")
  }
  for (const name of includes.keys()) visit(name, [])
}

const listIncludes = (source: string): string[] =>
  parse(source).program.body.statements.flatMap((statement) => {
    if (statement.kind !== "CommandStatement" || statement.keyword !== "INCLUDE") return []
    const [file] = listExpressions(statement)
    return file?.kind === "TextLiteral" ? [normalizeScriptName(file.value)] : []
  })
