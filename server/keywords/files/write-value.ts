import { extensionOf, isRows, printCsvRows, toCells, toJson, toText } from "#basic"
import { type Json, ListValue, type Value } from "#basic/vm/value.ts"
import type { Drive } from "#server/records/files/file-row.ts"
import type { RecordPlace } from "#server/records/place.ts"
import type { Step } from "../step.ts"
import { findHeld, type HeldFile, readContent, runDocument, storeFile } from "./content.ts"

interface Writing {
  readonly path: string
  readonly content: Value
  readonly shape?: string | undefined
  readonly isAppended?: boolean
  readonly drive?: (place: RecordPlace) => Drive
}

/** Writes a value as a file: rows as CSV or a workbook by the path, a list line by line, anything else as its text. */
export async function writeValue(step: Step, writing: Writing): Promise<HeldFile> {
  const { path, content, shape, isAppended = false, drive } = writing
  const before = isAppended ? await findHeld(step, path, drive) : null
  const make = async () => {
    if (extensionOf(path) === "xlsx" && (shape === "TABLE" || isRows(content)))
      return await runDocument(step, "write-workbook", { rows: toCells(toJson(content)) })
    const text = new TextEncoder().encode(printContent(content, path, shape, before !== null))
    return before === null ? text : Buffer.concat([await readContent(step, before), text])
  }
  return await storeFile(step, { path, make, ...(drive && { drive }) })
}

function printContent(
  content: Value,
  path: string,
  shape: string | undefined,
  isBelowOthers: boolean,
): string {
  const isTable = shape === "TABLE" || (extensionOf(path) === "csv" && isRows(content))
  if (isTable) {
    const text = printCsvRows(toJson(content))
    // Rows that are added stand under the names that are there.
    return isBelowOthers ? text.slice(text.indexOf("\n") + 1) : text
  }
  if (content instanceof ListValue && shape === "LINES")
    return content.items.map((item) => `${toText(item)}\n`).join("")
  return toText(content)
}

/** What WRITE and its like give back. */
export function describeWritten({ path, size }: HeldFile): { [key: string]: Json } {
  return { path, name: path.slice(path.lastIndexOf("/") + 1), size, success: true }
}
