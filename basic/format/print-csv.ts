import { ListValue, MapValue, type Value } from "../vm/value.ts"
import { type Budget, Growth } from "./budget.ts"
import { toText } from "./to-text.ts"

/**
 * One cell. A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers keep
 * their sign.
 */
const printCell = (value: Value, budget: Budget): string => {
  const text = toText(value, budget)
  const isFormula = typeof value === "string" && /^[=+\-@\t\r]/.test(text) && !isNumeric(text)
  const safe = isFormula ? `'${text}` : text
  return /[",;\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
const isNumeric = (text: string): boolean => text.length < 40 && /^[+-]?\d+(?:\.\d+)?$/.test(text)

/** Rows of cells, with a heading first when the elements are objects. */
const tabulate = (value: Value, budget: Budget): Value[][] => {
  const rows = value instanceof ListValue ? value.items : value === null ? [] : [value]
  const columns = new Set<string>()
  for (const row of rows) {
    if (!(row instanceof MapValue)) continue
    budget.spend(row.entries.size)
    for (const key of row.entries.keys()) columns.add(key)
  }
  const heading = [...columns]
  budget.needCells(rows.length * Math.max(1, heading.length))
  budget.spend(rows.length * heading.length)
  const body = rows.map((row) => {
    if (row instanceof MapValue) return heading.map((key) => row.entries.get(key) ?? null)
    return row instanceof ListValue ? row.items : [row]
  })
  return heading.length > 0 ? [heading, ...body] : body
}

/** Prints rows as CSV (RFC 4180, lines end in a line feed): objects with a heading, lists without one. */
export const printCsv = (value: Value, budget: Budget): string => {
  const growth = new Growth((total) => budget.needText(total))
  return tabulate(value, budget)
    .map((row) => {
      const line = row.map((cell) => printCell(cell, budget)).join(",")
      growth.add(line.length + 1)
      budget.spend(row.length + (line.length >> 3))
      return `${line}\n`
    })
    .join("")
}
