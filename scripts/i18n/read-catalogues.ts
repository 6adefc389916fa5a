import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

/** One language's catalogues: namespace, key, text. */
export type Catalogue = ReadonlyMap<string, ReadonlyMap<string, string>>

/** Reads `<folder>/<language>/<namespace>.json` of every language. */
export function readCatalogues(folder: string): ReadonlyMap<string, Catalogue> {
  const languages = readdirSync(folder, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )
  return new Map(
    languages.map(({ name }) => {
      const files = readdirSync(join(folder, name)).filter((file) => file.endsWith(".json"))
      const namespaces = files.map((file): [string, ReadonlyMap<string, string>] => {
        const texts: Record<string, string> = JSON.parse(
          readFileSync(join(folder, name, file), "utf8"),
        )
        return [file.slice(0, -".json".length), new Map(Object.entries(texts))]
      })
      return [name, new Map(namespaces)]
    }),
  )
}

const pluralForm = /_(zero|one|two|few|many|other)$/

/** "bots_one" is a form of "bots" when English has both of its forms of it; `accepts_other` alone is a name. */
export function baseOf(key: string, texts: ReadonlyMap<string, string>): string | null {
  const base = key.replace(pluralForm, "")
  return base !== key && texts.has(`${base}_one`) && texts.has(`${base}_other`) ? base : null
}
