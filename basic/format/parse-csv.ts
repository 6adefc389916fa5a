import { ListValue, MapValue, type Value } from "../vm/value.ts"
import { type Budget, Growth } from "./budget.ts"

/** The separator that the first line holds most of: comma, semicolon or tab. */
const findSeparator = (text: string): string => {
  const end = text.indexOf("\n")
  const line = (end < 0 ? text : text.slice(0, end)).slice(0, 10_000)
  let best = ","
  for (const candidate of [";", "\t"]) {
    if (line.split(candidate).length > line.split(best).length) best = candidate
  }
  return best
}

const readRows = (text: string, separator: string, cells: Growth): string[][] => {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const endCell = (cell: string): void => {
    cells.add(1)
    row.push(cell)
  }
  while (at < text.length) {
    if (text[at] === '"') {
      let cell = ""
      at++
      for (;;) {
        const quote = text.indexOf('"', at)
        const end = quote < 0 ? text.length : quote
        cell += text.slice(at, end)
        at = end + 1
        if (text[at] !== '"' || quote < 0) break
        cell += '"'
        at++
      }
      endCell(cell)
    } else {
      let end = at
      while (end < text.length && text[end] !== separator && text[end] !== "\n") end++
      endCell(text.slice(at, end).replace(/\r$/, ""))
      at = end
    }
    while (at < text.length && text[at] !== separator && text[at] !== "\n") at++
    if (text[at] === separator && at + 1 < text.length) at++
    else {
      if (text[at] === separator) endCell("")
      rows.push(row)
      row = []
      at++
    }
  }
  return rows.filter((cellsOfRow) => cellsOfRow.length > 1 || cellsOfRow[0] !== "")
}

/**
 * Reads CSV text. Shape: a list of objects by the names in the first line, or a list of lists without a
 * heading. All cells are text; quoted cells may hold separators and line breaks.
 */
export const parseCsv = (text: string, hasHeading: boolean, budget: Budget): ListValue => {
  budget.spend(text.length)
  const cells = new Growth((total) => budget.needCells(total))
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text
  const rows = readRows(source, findSeparator(source), cells)
  if (!hasHeading) return new ListValue(rows.map((row) => new ListValue(row)))
  const heading = (rows[0] ?? []).map((name, index) => name.trim() || `column${index + 1}`)
  return new ListValue(
    rows.slice(1).map((row) => {
      cells.add(heading.length)
      budget.spend(heading.length)
      return new MapValue(
        new Map(heading.map((name, index): [string, Value] => [name, row[index] ?? null])),
      )
    }),
  )
}
