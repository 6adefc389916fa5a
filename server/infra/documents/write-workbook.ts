import type { Cell } from "./port.ts"
import { encodeEntities } from "./read-markup.ts"
import { zip } from "./zip.ts"

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const packages = "http://schemas.openxmlformats.org/package/2006"
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const mime = "application/vnd.openxmlformats-officedocument.spreadsheetml"

/**
 * Writes rows as an XLSX file with one sheet. Texts are typed as text, so that no spreadsheet program
 * takes one for a formula, whatever it begins with.
 */
export function writeWorkbook(rows: readonly (readonly Cell[])[]): Uint8Array {
  const body = rows.map((row, index) => printRow(row, index + 1)).join("")
  const parts: Readonly<Record<string, string>> = {
    "[Content_Types].xml":
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${mime}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${mime}.worksheet+xml"/></Types>`,
    "_rels/.rels": printRelation(`${office}/officeDocument`, "xl/workbook.xml"),
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": printRelation(`${office}/worksheet`, "worksheets/sheet1.xml"),
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${body}</sheetData></worksheet>`,
  }
  return zip(
    Object.entries(parts).map(([name, xml]) => ({
      name,
      bytes: new TextEncoder().encode(head + xml),
    })),
  )
}

function printRelation(type: string, target: string): string {
  return `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${type}" Target="${target}"/></Relationships>`
}

function printRow(row: readonly Cell[], number: number): string {
  const cells = row.map((cell, index) => printCell(cell, `${columnName(index)}${number}`))
  return `<row r="${number}">${cells.join("")}</row>`
}

function printCell(cell: Cell, place: string): string {
  if (cell === null || cell === "") return ""
  if (typeof cell === "boolean") return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === "number" && Number.isFinite(cell)) return `<c r="${place}"><v>${cell}</v></c>`
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${encodeEntities(String(cell))}</t></is></c>`
}

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}
