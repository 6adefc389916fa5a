import { ListValue, MapValue, type Value } from "../vm/value.ts"
import { type Budget, Growth } from "./budget.ts"
import { printNumber } from "./print-number.ts"
import { escapeXml } from "./print-xml.ts"
import { toText } from "./to-text.ts"

const printCell = (value: Value, budget: Budget): string => {
  const isNumber = typeof value === "number" && Number.isFinite(value)
  const text = isNumber ? printNumber(value) : escapeXml(toText(value, budget))
  return `<Cell><Data ss:Type="${isNumber ? "Number" : "String"}">${text}</Data></Cell>`
}

const head =
  '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n' +
  '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" ' +
  'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Sheet1"><Table>\n'

/**
 * Prints rows as a workbook that spreadsheet programs open: the XML form, since values are text. Objects
 * get a heading row. Texts are typed as text, so none is taken for a formula.
 * Source: Microsoft, "XML Spreadsheet Reference" (Office 2003).
 */
export const printSpreadsheet = (value: Value, budget: Budget): string => {
  const growth = new Growth((total) => budget.needText(total))
  const rows = value instanceof ListValue ? value.items : value === null ? [] : [value]
  const columns = new Set<string>()
  for (const row of rows) {
    if (row instanceof MapValue) for (const key of row.entries.keys()) columns.add(key)
  }
  const printRow = (cells: readonly Value[]): string => {
    const line = `<Row>${cells.map((cell) => printCell(cell, budget)).join("")}</Row>\n`
    budget.spend(1 + (line.length >> 2))
    growth.add(line.length)
    return line
  }
  const heading = [...columns]
  const body = rows.map((row) => {
    if (row instanceof MapValue) return printRow(heading.map((key) => row.entries.get(key) ?? null))
    return printRow(row instanceof ListValue ? row.items : [row])
  })
  const top = heading.length > 0 ? printRow(heading) : ""
  return `${head}${top}${body.join("")}</Table></Worksheet></Workbook>\n`
}
