import type { Program } from "../ast/nodes.ts"
import { printCsvRows, readCsvRows } from "../files/table-text.ts"
import type { Layout, LayoutTexts } from "../graph/model.ts"
import { putText } from "./put-text.ts"
import { listTexts, type TextUnit } from "./text-units.ts"
import { findVariants } from "./variants.ts"

/** A flow whose texts stand in a sheet. */
export interface TextFlow {
  readonly name: string
  readonly source: string
  readonly program: Program
  readonly layout: Layout
}

/**
 * The texts of a bot as a table for translators: a row for each text, a column for each language. `flow`,
 * `step` and `part` say where a text stands; a sheet may leave them out, then texts are found by their words.
 */
export interface TextSheet {
  readonly languages: readonly string[]
  readonly rows: readonly TextRow[]
}
export interface TextRow {
  readonly flow: string
  readonly step: string
  readonly part: string
  /** The words it is written in. */
  readonly text: string
  /** In the order of `languages`. */
  readonly others: readonly string[]
}

const places = ["flow", "step", "part"] as const
const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/

/** Writes the texts of all flows as CSV; what a language has not yet is empty. */
export function printTextSheet(flows: readonly TextFlow[], languages: readonly string[]): string {
  const rows = flows.flatMap((flow) => {
    const units = unitsOf(flow)
    const found = languages.map((language) =>
      findVariants(units, flow.layout.texts ?? {}, [language]),
    )
    return units.map((unit, index) => ({
      flow: flow.name,
      step: unit.stepId,
      part: unit.part,
      text: unit.words,
      ...Object.fromEntries(
        languages.map((language, at) => [language, found[at]?.[index]?.words ?? ""]),
      ),
    }))
  })
  if (rows.length > 0) return printCsvRows(rows)
  return `${[...places, "text", ...languages].join(",")}\n`
}

/** Reads such a sheet; null when it has no column "text" or no column of a language. */
export function readTextSheet(csv: string): TextSheet | null {
  const rows = readCsvRows(csv.replace(/^\uFEFF/, ""))
  const columns = Object.keys(rows[0] ?? {})
  const languages = columns.filter(
    (name) => languageTag.test(name) && name !== "text" && !places.some((place) => place === name),
  )
  if (!columns.includes("text") || languages.length === 0) return null
  return {
    languages,
    rows: rows.map((row) => ({
      flow: cell(row.flow),
      step: cell(row.step),
      part: cell(row.part),
      text: cell(row.text),
      others: languages.map((language) => cell(row[language])),
    })),
  }
}

/** A spreadsheet is kept from calculating a text by an apostrophe before it. */
const cell = (value: unknown): string =>
  (typeof value === "string" ? value : "").replace(/^'(?=[=+\-@\t\r])/, "")

export interface FilledTexts {
  readonly texts: LayoutTexts
  /** Texts of other languages that were set or changed. */
  readonly changed: number
}

/**
 * Puts what a sheet says into the texts of a flow: for the same words at the same place, else for the same
 * words. An empty cell changes nothing. A language that the sheet names is there afterwards.
 */
export function fillTexts(flow: TextFlow, sheet: TextSheet): FilledTexts {
  const own = sheet.rows.filter(
    (row) => row.flow === "" || row.flow.toLowerCase() === flow.name.toLowerCase(),
  )
  const byPlace = new Map(own.map((row) => [keyOf(row.step, row.part, row.text), row]))
  const byWords = new Map<string, TextRow>()
  for (const row of own) if (!byWords.has(row.text)) byWords.set(row.text, row)
  let texts: LayoutTexts = { ...flow.layout.texts }
  for (const language of sheet.languages) texts = { ...texts, [language]: texts[language] ?? {} }
  let changed = 0
  for (const unit of unitsOf(flow)) {
    const row = byPlace.get(keyOf(unit.stepId, unit.part, unit.words)) ?? byWords.get(unit.words)
    for (const [at, language] of sheet.languages.entries()) {
      const words = row?.others[at] ?? ""
      const before = texts[language]?.[unit.stepId]?.[unit.part]
      if (words.trim() === "" || (before?.text === words && before.of === unit.words)) continue
      texts = putText(texts, unit, language, words)
      changed += 1
    }
  }
  return { texts, changed }
}

const unitsOf = ({ program, layout, source }: TextFlow): TextUnit[] =>
  listTexts(program, layout.stepIds, source)

const keyOf = (step: string, part: string, words: string): string =>
  JSON.stringify([step, part, words])
