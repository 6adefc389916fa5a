import { nameCells, readCsvRows } from "#basic"
import type { Json } from "#basic/vm/value.ts"
import { limits } from "#catalog/limits.ts"
import { EffectFailed, type Step } from "../step.ts"
import { type HeldFile, readContent, runDocument } from "./content.ts"

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
const maxCells = 500_000

/** The text of a file, its lines, or its rows. A data effect of its own: what was read is kept in the journal. */
export function readValue(step: Step, file: HeldFile, shape: string | undefined): Promise<Json> {
  return step.outside("same key", async () => {
    if (shape === "TABLE") return await readRows(step, file)
    const text = await readText(step, file)
    if (shape !== "LINES") return text
    const lines = text.split(/\r\n|\n|\r/)
    return lines.at(-1) === "" ? lines.slice(0, -1) : lines
  })
}

/** Only inside `step.outside`. Throws EffectFailed "document.too_large" for more than a program can hold. */
export async function readText(step: Step, file: HeldFile): Promise<string> {
  const bytes = await readContent(step, file)
  const maxChars = limits.fileTextChars
  const { mimeType } = file
  const text = await runDocument(step, "read-text", { bytes, mimeType, maxChars: maxChars + 1 })
  if (text.length > maxChars)
    throw new EffectFailed(
      "document.too_large",
      `A program reads at most ${maxChars} characters of a file; ${file.path} has more.`,
    )
  return text
}

/**
 * The rows of a CSV, XLSX or JSON file, by the names in the first line. Only inside `step.outside`.
 *
 * Throws EffectFailed "document.unreadable" for a file that holds no rows.
 */
export async function readRows(step: Step, file: HeldFile): Promise<Json[]> {
  if (file.mimeType === xlsx) {
    const bytes = await readContent(step, file)
    return nameCells(await runDocument(step, "read-workbook", { bytes, maxCells }))
  }
  const text = await readText(step, file)
  return file.mimeType === "application/json" ? readJsonRows(text, file.path) : readCsvRows(text)
}

function readJsonRows(text: string, path: string): Json[] {
  try {
    const value = JSON.parse(text) as Json
    return Array.isArray(value) ? value : [value]
  } catch {
    throw new EffectFailed("document.unreadable", `${path} is not JSON.`)
  }
}
