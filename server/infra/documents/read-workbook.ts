import { type ArchiveEntry, type Cell, DocumentRefused } from "./port.ts"
import { attributeOf, readMarkup } from "./read-markup.ts"
import { unzip } from "./unzip.ts"

const limits = { maxEntries: 2_000, maxBytes: 200 * 1024 * 1024 }
const wanted =
  /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/
const maxColumns = 16_384

/** A sheet of a workbook. Shape of its rows: cells, empty ones null, dates as ISO text. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
}

/** Reads the first sheet of an XLSX file. Shape: rows of cells, empty ones null, dates as ISO text. */
export function readWorkbook(bytes: Uint8Array, maxCells: number): Cell[][] {
  const [first] = openWorkbook(bytes, maxCells, 1)
  return first?.rows ?? []
}

/** Reads every sheet of an XLSX file, in the order of its tabs; together they have at most `maxCells`. */
export function readSheets(bytes: Uint8Array, maxCells: number): Sheet[] {
  return openWorkbook(bytes, maxCells, maxSheets)
}

const maxSheets = 100

function openWorkbook(bytes: Uint8Array, maxCells: number, most: number) {
  const parts = new Map(unzip(bytes, limits, (name) => wanted.test(name)).map(toText))
  const sheets = findSheets(parts).slice(0, most)
  if (sheets.length === 0)
    throw new DocumentRefused("document.unreadable", "The file holds no workbook.")
  const texts = readSharedTexts(parts.get("xl/sharedStrings.xml") ?? "")
  const dateStyles = readDateStyles(parts.get("xl/styles.xml") ?? "")
  let left = maxCells
  return sheets.map(({ name, xml }) => {
    const reader = new SheetReader(texts, dateStyles, left)
    const rows = reader.read(xml)
    left -= reader.cells
    return { name, rows }
  })
}

const toText = ({ name, bytes }: ArchiveEntry): [string, string] => [
  name,
  new TextDecoder().decode(bytes),
]

function findSheets(parts: ReadonlyMap<string, string>): { name: string; xml: string }[] {
  const targets = new Map<string, string>()
  for (const piece of readMarkup(parts.get("xl/_rels/workbook.xml.rels") ?? "")) {
    if (piece.kind !== "open" || piece.name !== "Relationship") continue
    const target = attributeOf(piece.attributes, "Target") ?? ""
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`
    targets.set(attributeOf(piece.attributes, "Id") ?? "", path)
  }
  const sheets: { name: string; xml: string }[] = []
  for (const piece of readMarkup(parts.get("xl/workbook.xml") ?? "")) {
    if (piece.kind !== "open" || piece.name !== "sheet") continue
    const xml = parts.get(targets.get(attributeOf(piece.attributes, "r:id") ?? "") ?? "")
    if (xml !== undefined) sheets.push({ name: attributeOf(piece.attributes, "name") ?? "", xml })
  }
  const first = parts.get("xl/worksheets/sheet1.xml")
  return sheets.length > 0 || first === undefined ? sheets : [{ name: "", xml: first }]
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
  cells = 0
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
    this.cells += column - row.length + 1
    if (this.cells > this.#maxCells)
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
