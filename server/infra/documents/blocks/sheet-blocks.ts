import { parseCsv } from "../parse-csv.ts"
import { readSheets } from "../read-workbook.ts"
import type { DocumentBlock, ReadBlocks } from "./block.ts"

const maxCells = 400_000

/** Reads every sheet of a workbook as a table, under its name where there are several. */
export function readSheetBlocks(bytes: Uint8Array): ReadBlocks {
  const sheets = readSheets(bytes, maxCells).filter(({ rows }) => rows.length > 0)
  const blocks = sheets.flatMap(({ name, rows }): DocumentBlock[] => {
    const cells = rows.map((row) => row.map((cell) => (cell === null ? "" : String(cell))))
    const table: DocumentBlock = { kind: "table", rows: cells, page: null }
    if (sheets.length === 1 || name === "") return [table]
    return [{ kind: "heading", level: 1, text: name, page: null }, table]
  })
  return { title: null, pages: null, blocks }
}

/** Reads comma-separated values as one table; semicolons and tabs part as well. */
export function readCsvBlocks(text: string): ReadBlocks {
  return {
    title: null,
    pages: null,
    blocks: [{ kind: "table", rows: parseCsv(text, maxCells), page: null }],
  }
}
