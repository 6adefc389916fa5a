import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { readLayout } from "#basic"
import type { Layout } from "#basic/graph/model.ts"
import { type BotTemplate, starterLanguages } from "#catalog/starters.ts"
import { entryName } from "../scripts/load.ts"

export type TemplateName = BotTemplate | "demo"

/** A bot as it lies in a folder of `templates/`. */
export interface Template {
  /** The entry first. */
  readonly scripts: readonly {
    readonly name: string
    readonly source: string
    readonly layout: Layout
  }[]
  /** The language it is written in, then those it also speaks. */
  readonly languages: readonly string[]
  /** Tests and documents: paths in the folder, and their texts. */
  readonly tests: readonly TemplateFile[]
  readonly documents: readonly TemplateFile[]
}
export interface TemplateFile {
  readonly path: string
  readonly text: string
}

const folder = join(import.meta.dirname, "../../../templates")

/** Reads what a bot begins with: its flows with their texts in other languages, its tests and its documents. */
export async function loadTemplate(name: TemplateName): Promise<Template> {
  const own = join(folder, name)
  const paths = (await readdir(own, { recursive: true })).map((path) => path.replaceAll("\\", "/"))
  const read = (path: string) => readFile(join(own, path), "utf8")
  const readAll = (wanted: RegExp) =>
    Promise.all(
      paths
        .filter((path) => wanted.test(path))
        .sort()
        .map(async (path) => ({ path, text: await read(path) })),
    )
  const sheet = paths.includes("texts.csv") ? await read("texts.csv") : null
  const layouts = new Map(
    (await readAll(/^[^/]+\.layout\.json$/)).map(({ path, text }) => [
      path.replace(".layout.json", ""),
      JSON.parse(text) as Layout,
    ]),
  )
  const scripts = (await readAll(/^(?!.*\.test\.bas$)[^/]+\.bas$/)).map(({ path, text }) => {
    const stem = path.replace(/\.bas$/, "")
    const script = { name: stem === name ? entryName : stem, source: text }
    return { ...script, layout: readLayout(script, sheet, layouts.get(stem)) }
  })
  return {
    scripts: scripts.sort((a, b) => Number(b.name === entryName) - Number(a.name === entryName)),
    languages: sheet === null ? [] : starterLanguages,
    tests: await readAll(/\.test\.bas$/),
    documents: await readAll(/^knowledge\/.+/),
  }
}
