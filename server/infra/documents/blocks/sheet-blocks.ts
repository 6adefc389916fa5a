import { parseCsv } from "../parse-csv.ts"
import { readWorkbook } from "../read-workbook.ts"
import type { ReadBlocks } from "./block.ts"

const maxCells = 400_000

/** Reads the first sheet of a workbook as one table. */
export function readSheetBlocks(bytes: Uint8Array): ReadBlocks {
  const rows = readWorkbook(bytes, maxCells).map((row) =>
    row.map((cell) => (cell === null ? "" : String(cell))),
  )
  return { title: null, pages: null, blocks: [{ kind: "table", rows, page: null }] }
}

/** Reads comma-separated values as one table; semicolons and tabs part as well. */
export function readCsvBlocks(text: string): ReadBlocks {
  return {
    title: null,
    pages: null,
    blocks: [{ kind: "table", rows: parseCsv(text, maxCells), page: null }],
  }
}
