import { DocumentRefused } from "../port.ts"
import { blockLimits, type DocumentBlock, type ReadBlocks } from "./block.ts"
import { type PageLine, type PlacedText, toLines, withoutRunningHeads } from "./pdf-lines.ts"
import { toRows } from "./pdf-table.ts"

/** Reads a PDF page by page: paragraphs, headings by their size, tables row by row; running heads are left out. */
export async function readPdfBlocks(bytes: Uint8Array): Promise<ReadBlocks> {
  const { getDocumentProxy } = await import("unpdf")
  const pdf = await getDocumentProxy(new Uint8Array(bytes)).catch((error: unknown) => {
    const isLocked = error instanceof Error && error.name === "PasswordException"
    throw new DocumentRefused(
      "document.unreadable",
      isLocked
        ? "The PDF has a password. Save it without one and upload it again."
        : "The PDF is broken and cannot be read.",
    )
  })
  if (pdf.numPages > blockLimits.pages)
    throw new DocumentRefused(
      "document.too_large",
      `The PDF has ${pdf.numPages} pages; at most ${blockLimits.pages} are read.`,
    )
  const pages: PageLine[][] = []
  let chars = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const pieces = items.flatMap((item): PlacedText[] => ("str" in item ? place(item) : []))
    page.cleanup()
    pages.push(toLines(pieces, number))
    chars += pieces.reduce((sum, { text }) => sum + text.length, 0)
    if (chars > blockLimits.chars)
      throw new DocumentRefused(
        "document.too_large",
        "The PDF holds more text than one document may have.",
      )
  }
  const meta = await pdf.getMetadata().catch(() => null)
  const info = meta?.info as { Title?: unknown } | undefined
  const title =
    typeof info?.Title === "string" && info.Title.trim() !== "" ? info.Title.trim() : null
  await pdf.loadingTask.destroy()
  return { title, pages: pages.length, blocks: toBlocks(withoutRunningHeads(pages)) }
}

interface TextItem {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
  readonly fontName: string
}

function place({ str, transform, width, height, fontName }: TextItem): PlacedText[] {
  if (str.trim() === "") return []
  const [a = 0, b = 0, , , x = 0, y = 0] = transform
  const size = height || Math.hypot(a, b) || 10
  return [{ text: str, x, y, width, size, font: fontName }]
}

function toBlocks(pages: readonly (readonly PageLine[])[]): DocumentBlock[] {
  const lines = pages.flat()
  const builder = new BlockBuilder(bodyOf(lines), levelsOf(lines))
  for (const line of lines) builder.add(line)
  return builder.finish()
}

/** The size and font most of the text has, and how far its lines are apart. */
interface Body {
  readonly size: number
  readonly font: string
  readonly leading: number
}

function bodyOf(lines: readonly PageLine[]): Body {
  const size = mostOf(lines.map((line) => [round(line.size), lengthOf(line)]))
  const font = mostOf(lines.map((line) => [line.font, lengthOf(line)]))
  const steps = lines.flatMap((line, index): [number, number][] => {
    const next = lines[index + 1]
    const step = next && next.page === line.page ? round(line.y - next.y) : 0
    return step > 0 && round(line.size) === size ? [[step, 1]] : []
  })
  return { size: size ?? 10, font: font ?? "", leading: mostOf(steps) ?? (size ?? 10) * 1.2 }
}

const round = (value: number): number => Math.round(value * 2) / 2
const lengthOf = (line: PageLine): number =>
  line.cells.reduce((sum, { text }) => sum + text.length, 0)

function mostOf<T>(weighted: readonly (readonly [T, number])[]): T | undefined {
  const sums = new Map<T, number>()
  for (const [value, weight] of weighted) sums.set(value, (sums.get(value) ?? 0) + weight)
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0]
}

/** Sizes of headings, the largest first. */
function levelsOf(lines: readonly PageLine[]): readonly number[] {
  const { size } = bodyOf(lines)
  const larger = new Set(lines.map((line) => round(line.size)).filter((each) => each > size * 1.08))
  return [...larger].sort((a, b) => b - a)
}

const numbered = /^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+\p{Lu}/u
const bullet = /^[\u2022\u25aa\u25cf\u25e6\u2023\u00b7*\u2013-]\s+|^\(?\d{1,2}[.)]\s+/u
const maxHeadingChars = 120
/** A line of the table of contents: what it says stands in the document itself. */
const contentsLine = /(?:\.\s?){6,}\s*[\divxlc]*$/i

class BlockBuilder {
  readonly #body: Body
  readonly #levels: readonly number[]
  readonly #blocks: DocumentBlock[] = []
  #rows: PageLine[] = []
  #text = ""
  #kind: "text" | "item" = "text"
  #page = 1
  #last: PageLine | null = null

  constructor(body: Body, levels: readonly number[]) {
    this.#body = body
    this.#levels = levels
  }

  add(line: PageLine) {
    if (line.cells.some((cell) => contentsLine.test(cell.text))) return
    const level = this.#levelOf(line)
    const text = line.cells.map((cell) => cell.text).join(" ")
    if (level !== null) this.#addHeading(level, text, line)
    else if (line.cells.length > 1 || line.isInColumn || this.#goesOnWithTable(line))
      this.#addRow(line)
    else this.#addText(text, line)
    this.#last = line
  }

  finish(): DocumentBlock[] {
    this.#endText()
    this.#endTable()
    return this.#blocks
  }

  #levelOf(line: PageLine): number | null {
    const text = line.cells.map((cell) => cell.text).join(" ")
    const number = numbered.exec(text)?.[1]
    const isLarger = round(line.size) > this.#body.size * 1.08
    const isBold = line.font !== this.#body.font
    // A table set a little larger than the text is no row of headings.
    if (!isBold && round(line.size) <= this.#body.size * 1.2) return null
    if (text.length > maxHeadingChars || !/\p{L}/u.test(text)) return null
    if (number !== undefined && (isLarger || isBold) && !/[.:,;]$/.test(text))
      return number.split(".").length
    if (!isLarger || line.cells.length > 2) return null
    return Math.min(6, 1 + Math.max(0, this.#levels.indexOf(round(line.size))))
  }

  #addHeading(level: number, text: string, { page, y, size }: PageLine) {
    this.#endText()
    this.#endTable()
    const before = this.#blocks.at(-1)
    const last = this.#last
    const isSameHeading =
      before?.kind === "heading" &&
      before.level === level &&
      last !== null &&
      last.page === page &&
      last.y - y < 1.6 * size &&
      !numbered.test(text)
    if (isSameHeading && before.kind === "heading")
      this.#blocks[this.#blocks.length - 1] = { ...before, text: `${before.text} ${text}` }
    else this.#blocks.push({ kind: "heading", level, text, page })
  }

  #addText(text: string, line: PageLine) {
    this.#endTable()
    const last = this.#last
    const step = last && last.page === line.page ? last.y - line.y : 0
    const isNewParagraph = step > 1.35 * this.#body.leading || step < 0 || bullet.test(text)
    const goesOverPage = last !== null && last.page !== line.page && !/[.!?:]$/.test(this.#text)
    if (this.#text !== "" && isNewParagraph && !(goesOverPage && !bullet.test(text)))
      this.#endText()
    if (last !== null && last.page !== line.page && !goesOverPage) this.#endText()
    if (this.#text === "") {
      this.#page = line.page
      this.#kind = bullet.test(text) ? "item" : "text"
    }
    // A word that is cut at the end of a line is one word.
    this.#text =
      /\p{Ll}-$/u.test(this.#text) && /^\p{Ll}/u.test(text)
        ? this.#text.slice(0, -1) + text
        : `${this.#text} ${text}`.trim()
  }

  #endText() {
    if (this.#text !== "")
      this.#blocks.push({ kind: this.#kind, text: this.#text, page: this.#page })
    this.#text = ""
  }

  /** A line of one cell that stands under a column of the row above: the rest of a cell. */
  #goesOnWithTable(line: PageLine): boolean {
    const above = this.#rows.at(-1)
    const [cell] = line.cells
    if (above === undefined || cell === undefined || above.page !== line.page) return false
    if (above.y - line.y > 2.2 * this.#body.leading) return false
    // Between the lines of the cell beside it: set in the middle of its row.
    if (above.y - line.y < 0.9 * line.size) return true
    const columns = this.#rows.flatMap((row) => (row.cells.length > 1 ? row.cells.slice(1) : []))
    return columns.some(({ x }) => Math.abs(x - cell.x) < 4)
  }

  #addRow(line: PageLine) {
    this.#endText()
    this.#rows.push(line)
  }

  #endTable() {
    const rows = this.#rows
    this.#rows = []
    const [first] = rows
    if (first === undefined) return
    // A single line with a wide gap is a line.
    if (rows.length === 1) {
      const text = first.cells.map((cell) => cell.text).join(" ")
      this.#blocks.push({ kind: "text", text, page: first.page })
    } else this.#blocks.push({ kind: "table", rows: toRows(rows), page: first.page })
  }
}
