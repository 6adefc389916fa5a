/**
 * Protects the seven languages: no text is missing, empty, still English or without its placeholders in
 * any of them; no text stands in the code; no text of a catalogue is without use; and every keyword's
 * step, field and option has its words.
 */
import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { languages } from "../components/i18n/languages.ts"
import { namespaces } from "../components/i18n/namespaces.ts"
import { compareLanguages } from "./i18n/compare-languages.ts"
import { listDefinedKeys } from "./i18n/defined-keys.ts"
import { baseOf, readCatalogues } from "./i18n/read-catalogues.ts"
import { scanCode } from "./i18n/scan-code.ts"
import { root } from "./node24.mjs"

const problems: string[] = []
const catalogues = readCatalogues(join(root, "components/i18n"))
const english = catalogues.get("en") ?? new Map()

for (const { code } of languages)
  problems.push(...compareLanguages(english, catalogues.get(code) ?? new Map(), code))
for (const code of catalogues.keys())
  if (!languages.some((language) => language.code === code))
    problems.push(`components/i18n/${code}: add it to languages.ts, or remove the folder`)
for (const namespace of namespaces)
  if (!english.has(namespace)) problems.push(`en/${namespace}.json: the catalogue is missing`)

const scanned = globSync("{app,components}/**/*.{ts,tsx}", { cwd: root })
  .filter((file) => !/\.test\.tsx?$|\.d\.ts$/.test(file))
  .map((file) => scanCode(file, readFileSync(join(root, file), "utf8")))
problems.push(...scanned.flatMap((code) => code.hardCoded))

const defined = listDefinedKeys()
for (const { namespace, key, source } of defined)
  if (!english.get(namespace)?.has(key))
    problems.push(`en/${namespace}.json: ${key} is missing (${source})`)

const literals = new Set(scanned.flatMap((code) => [...code.literals]))
const templates = scanned.flatMap((code) => code.templates)
const definedKeys = new Set(defined.map(({ namespace, key }) => `${namespace}:${key}`))

/** What a drop from the palette cannot show: steps and findings that only appear when someone writes them as text. */
const writtenOnly = new Set(["fields", "findings", "options", "outlets", "palette", "steps"])

function isUsed(namespace: string, key: string): boolean {
  const names = [key, `${namespace}:${key}`]
  return (
    writtenOnly.has(namespace) ||
    definedKeys.has(`${namespace}:${key}`) ||
    names.some((name) => literals.has(name)) ||
    templates.some(
      ({ head, tail }) =>
        head.length + tail.length > 2 &&
        names.some((name) => name.startsWith(head) && name.endsWith(tail)),
    )
  )
}
for (const [namespace, texts] of english)
  for (const key of texts.keys())
    if (!isUsed(namespace, baseOf(key, texts) ?? key))
      problems.push(`en/${namespace}.json: ${key} is used nowhere; remove it in every language`)

for (const problem of problems) console.log(problem)
const count = [...english.values()].reduce((sum, texts) => sum + texts.size, 0)
console.log(`${count} texts in ${languages.length} languages; ${problems.length} problem(s)`)
process.exitCode = problems.length > 0 ? 1 : 0
