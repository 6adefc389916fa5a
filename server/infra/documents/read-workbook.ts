import { type ArchiveEntry, type Cell, DocumentRefused } from "./port.ts"
import { attributeOf, readMarkup } from "./read-markup.ts"
import { unzip } from "./unzip.ts"

const limits = { maxEntries: 2_000, maxBytes: 200 * 1024 * 1024 }
const wanted =
  /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/
const maxColumns = 16_384

/** Reads the first sheet of an XLSX file. Shape: rows of cells, empty ones null, dates as ISO text. */
export function readWorkbook(bytes: Uint8Array, maxCells: number): Cell[][] {
  const parts = new Map(unzip(bytes, limits, (name) => wanted.test(name)).map(toText))
  const sheet = findFirstSheet(parts)
  if (sheet === undefined)
    throw new DocumentRefused("document.unreadable", "The file holds no workbook.")
  const texts = readSharedTexts(parts.get("xl/sharedStrings.xml") ?? "")
  const dateStyles = readDateStyles(parts.get("xl/styles.xml") ?? "")
  return new SheetReader(texts, dateStyles, maxCells).read(sheet)
}

const toText = ({ name, bytes }: ArchiveEntry): [string, string] => [
  name,
  new TextDecoder().decode(bytes),
]

function findFirstSheet(parts: ReadonlyMap<string, string>): string | undefined {
  const sheet = findOpen(parts.get("xl/workbook.xml") ?? "", "sheet")
  const id = sheet === null ? null : attributeOf(sheet, "r:id")
  for (const piece of readMarkup(parts.get("xl/_rels/workbook.xml.rels") ?? "")) {
    if (piece.kind !== "open" || piece.name !== "Relationship") continue
    if (attributeOf(piece.attributes, "Id") !== id) continue
    const target = attributeOf(piece.attributes, "Target") ?? ""
    const found = parts.get(target.startsWith("/") ? target.slice(1) : `xl/${target}`)
    if (found !== undefined) return found
  }
  return parts.get("xl/worksheets/sheet1.xml")
}

function findOpen(xml: string, name: string): string | null {
  for (const piece of readMarkup(xml))
    if (piece.kind === "open" && piece.name === name) return piece.attributes
  return null
}

function readSharedTexts(xml: string): string[] {
  const texts: string[] = []
  let text = ""
  let isText = false
  for (const piece of readMarkup(xml)) {
    if (piece.kind === "text") text += isText ? piece.text : ""
    else if (piece.name === "t") isText = piece.kind === "open" && !piece.isEmpty
    else if (piece.name === "si" && piece.kind === "open") {
      text = ""
      if (piece.isEmpty) texts.push("")
    } else if (piece.name === "si") texts.push(text)
  }
  return texts
}

/** Which cell styles show a number as a date: by the numbers of the built-in formats, or by their letters. */
function readDateStyles(xml: string): ReadonlySet<number> {
  const dates = new Set<number>()
  const custom = new Set<number>()
  let isCell = false
  let index = 0
  for (const piece of readMarkup(xml)) {
    if (piece.kind === "text") continue
    if (piece.name === "cellXfs") isCell = piece.kind === "open"
    else if (piece.kind === "close") continue
    else if (piece.name === "numFmt") {
      const code = (attributeOf(piece.attributes, "formatCode") ?? "").replace(
        /"[^"]*"|\[[^\]]*\]/g,
        "",
      )
      if (/[ymdhs]/i.test(code)) custom.add(Number(attributeOf(piece.attributes, "numFmtId")))
    } else if (isCell && piece.name === "xf") {
      const format = Number(attributeOf(piece.attributes, "numFmtId"))
      const isBuiltIn = (format >= 14 && format <= 22) || (format >= 45 && format <= 47)
      if (isBuiltIn || custom.has(format)) dates.add(index)
      index++
    }
  }
  return dates
}

class SheetReader {
  readonly #texts: readonly string[]
  readonly #dateStyles: ReadonlySet<number>
  readonly #maxCells: number
  readonly #rows: Cell[][] = []
  #cells = 0
  #cell = ""
  #value = ""
  #isValue = false

  constructor(texts: readonly string[], dateStyles: ReadonlySet<number>, maxCells: number) {
    this.#texts = texts
    this.#dateStyles = dateStyles
    this.#maxCells = maxCells
  }

  read(xml: string): Cell[][] {
    for (const piece of readMarkup(xml)) {
      if (piece.kind === "text") this.#value += this.#isValue ? piece.text : ""
      else if (piece.name === "row" && piece.kind === "open") this.#rows.push([])
      else if (piece.name === "c" && piece.kind === "open") {
        this.#cell = piece.attributes
        this.#value = ""
        if (piece.isEmpty) this.#place(null)
      } else if (piece.name === "c") this.#place(this.#readCell())
      else if (piece.name === "v" || piece.name === "t")
        this.#isValue = piece.kind === "open" && !piece.isEmpty
    }
    return this.#rows.filter((row) => row.some((cell) => cell !== null && cell !== ""))
  }

  #place(cell: Cell) {
    const row = this.#rows.at(-1)
    if (row === undefined) return
    const column = columnOf(attributeOf(this.#cell, "r")) ?? row.length
    if (column >= maxColumns) return
    this.#cells += column - row.length + 1
    if (this.#cells > this.#maxCells)
      throw new DocumentRefused(
        "document.too_large",
        `The sheet has more than ${this.#maxCells} cells.`,
      )
    while (row.length < column) row.push(null)
    row[column] = cell
  }

  #readCell(): Cell {
    const type = attributeOf(this.#cell, "t") ?? "n"
    if (type === "s") return this.#texts[Number(this.#value)] ?? ""
    if (type === "inlineStr" || type === "str" || type === "d") return this.#value
    if (this.#value === "" || type === "e") return null
    if (type === "b") return this.#value === "1"
    const number = Number(this.#value)
    if (!Number.isFinite(number)) return null
    const isDate = this.#dateStyles.has(Number(attributeOf(this.#cell, "s") ?? -1))
    return isDate ? toIsoDate(number) : number
  }
}

/** "C12" is column 2. */
function columnOf(reference: string | null): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0]
  if (letters === undefined) return null
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** Days since 30 December 1899, as spreadsheets count; the time after the point. */
function toIsoDate(days: number): string | number {
  const epochMs = Math.round((days - 25_569) * 86_400_000)
  const date = new Date(epochMs)
  if (Number.isNaN(date.getTime())) return days
  const text = date.toISOString().slice(0, 19)
  if (days < 1) return text.slice(11)
  return Number.isInteger(days) ? text.slice(0, 10) : text.replace("T", " ")
}
