import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import type { PDFDocument, PDFFont, PDFPage } from "pdf-lib"
import { DocumentRefused } from "./port.ts"
import { type LayoutBlock, type LayoutSpan, readLayout } from "./read-layout.ts"

/** A4, in points of 1/72 inch. */
const page = { width: 595.28, height: 841.89, margin: 56 }
const maxPages = 300
const maxChars = 400_000
const sizes = { heading: { 1: 20, 2: 15, 3: 12 }, text: 10.5, code: 9 } as const
const lineFactor = 1.45
const inner = page.width - 2 * page.margin

interface Word {
  readonly text: string
  readonly isBold: boolean
  /** No blank stands before it. */
  readonly isGlued: boolean
}

/** Sets Markdown, or plain text, as a PDF of A4 pages, with a font that has the letters of most languages. */
export async function makePdf(text: string, title: string): Promise<Uint8Array> {
  if (text.length > maxChars)
    throw new DocumentRefused(
      "document.too_large",
      `A PDF is made of at most ${maxChars} characters; the text has ${text.length}.`,
    )
  const { PDFDocument, rgb } = await import("pdf-lib")
  const { default: fontkit } = await import("@pdf-lib/fontkit")
  const pdf = await PDFDocument.create()
  pdf.registerFontkit(fontkit)
  pdf.setTitle(title)
  pdf.setProducer("Botwright")
  const fonts = {
    plain: await embedFont(pdf, "DejaVuSans"),
    bold: await embedFont(pdf, "DejaVuSans-Bold"),
    code: await embedFont(pdf, "DejaVuSansMono"),
  }
  const setter = new Setter(pdf, fonts, { ink: rgb(0.1, 0.1, 0.12), line: rgb(0.75, 0.75, 0.78) })
  for (const block of readLayout(text)) setter.set(block)
  setter.finish()
  return pdf.save()
}

async function embedFont(pdf: PDFDocument, name: string): Promise<PDFFont> {
  const path = createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`)
  return pdf.embedFont(await readFile(path), { subset: true })
}

interface Fonts {
  readonly plain: PDFFont
  readonly bold: PDFFont
  readonly code: PDFFont
}
type Color = ReturnType<typeof import("pdf-lib").rgb>

/** Sets blocks from the top of a page downwards, and begins another page where one is full. */
class Setter {
  readonly #pdf: PDFDocument
  readonly #fonts: Fonts
  readonly #colors: { ink: Color; line: Color }
  readonly #widths = new Map<PDFFont, Map<string, number>>()
  #page: PDFPage
  #y = page.height - page.margin

  constructor(pdf: PDFDocument, fonts: Fonts, colors: { ink: Color; line: Color }) {
    this.#pdf = pdf
    this.#fonts = fonts
    this.#colors = colors
    this.#page = pdf.addPage([page.width, page.height])
  }

  set(block: LayoutBlock) {
    if (block.kind === "heading") {
      const size = sizes.heading[block.level]
      this.#leave(size * 0.6)
      this.#setWords(block.spans, size, 0)
      this.#leave(size * 0.2)
    } else if (block.kind === "text") this.#setParagraph(block.spans, 0)
    else if (block.kind === "item") this.#setItem(block.mark, block.spans)
    else if (block.kind === "code") this.#setCode(block.lines)
    else if (block.kind === "table") this.#setTable(block.rows)
    else this.#setRule()
  }

  /** Puts the number under every page, where there are several. */
  finish() {
    const pages = this.#pdf.getPages()
    if (pages.length < 2) return
    for (const [index, each] of pages.entries()) {
      const text = `${index + 1} / ${pages.length}`
      const x = page.width - page.margin - this.#widthOf(text, this.#fonts.plain, 8)
      each.drawText(text, { x, y: 30, size: 8, font: this.#fonts.plain, color: this.#colors.ink })
    }
  }

  #setParagraph(spans: readonly LayoutSpan[], indent: number) {
    this.#setWords(spans, sizes.text, indent)
    this.#leave(sizes.text * 0.5)
  }

  #setItem(mark: string, spans: readonly LayoutSpan[]) {
    this.#need(sizes.text * lineFactor)
    this.#draw(mark, page.margin + 4, this.#y - sizes.text, this.#fonts.plain, sizes.text)
    this.#setWords(spans, sizes.text, 22)
    this.#leave(sizes.text * 0.25)
  }

  #setCode(lines: readonly string[]) {
    for (const line of lines) {
      this.#need(sizes.code * lineFactor)
      const shown = line.replaceAll("\t", "    ").slice(0, 95)
      this.#draw(shown, page.margin + 8, this.#y - sizes.code, this.#fonts.code, sizes.code)
      this.#y -= sizes.code * lineFactor
    }
    this.#leave(sizes.text * 0.5)
  }

  #setRule() {
    this.#leave(8)
    this.#line(this.#y)
    this.#leave(10)
  }

  /** Columns of one width; the first row is the heading. */
  #setTable(rows: readonly (readonly (readonly LayoutSpan[])[])[]) {
    const columns = Math.max(1, ...rows.map((row) => row.length))
    const width = inner / columns
    for (const [index, row] of rows.entries()) {
      const cells = row.map((spans) =>
        this.#breakLines(toWords(index === 0 ? embolden(spans) : spans), 9.5, width - 8),
      )
      const height = Math.max(1, ...cells.map((lines) => lines.length)) * 9.5 * lineFactor + 6
      this.#need(height)
      for (const [column, lines] of cells.entries())
        this.#drawLines(lines, 9.5, page.margin + column * width + 4, width - 8, this.#y - 3)
      this.#y -= height
      this.#line(this.#y)
    }
    this.#leave(sizes.text)
  }

  #setWords(spans: readonly LayoutSpan[], size: number, indent: number) {
    const width = inner - indent
    for (const line of this.#breakLines(toWords(spans), size, width)) {
      this.#need(size * lineFactor)
      this.#drawLines([line], size, page.margin + indent, width, this.#y)
      this.#y -= size * lineFactor
    }
  }

  #breakLines(words: readonly Word[], size: number, width: number): Word[][] {
    const lines: Word[][] = [[]]
    let used = 0
    for (const word of words.flatMap((each) => this.#cutLong(each, size, width))) {
      const font = this.#fontOf(word)
      const blank = used === 0 || word.isGlued ? 0 : this.#widthOf(" ", font, size)
      const wordWidth = this.#widthOf(word.text, font, size)
      if (used > 0 && used + blank + wordWidth > width) {
        lines.push([])
        used = 0
      }
      lines.at(-1)?.push(used === 0 ? { ...word, isGlued: true } : word)
      used += (used === 0 ? 0 : blank) + wordWidth
    }
    return lines
  }

  /** A word wider than the line is cut where the line ends. */
  #cutLong(word: Word, size: number, width: number): Word[] {
    if (this.#widthOf(word.text, this.#fontOf(word), size) <= width) return [word]
    const parts: Word[] = []
    let part = ""
    for (const sign of word.text) {
      if (this.#widthOf(part + sign, this.#fontOf(word), size) > width && part !== "") {
        parts.push({ ...word, text: part, isGlued: parts.length > 0 || word.isGlued })
        part = ""
      }
      part += sign
    }
    return [...parts, { ...word, text: part, isGlued: parts.length > 0 }]
  }

  #drawLines(lines: readonly Word[][], size: number, left: number, width: number, top: number) {
    for (const [index, line] of lines.entries()) {
      const y = top - size - index * size * lineFactor
      const isRightToLeft = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(line[0]?.text ?? "")
      let x = isRightToLeft ? left + width : left
      for (const word of line) {
        const font = this.#fontOf(word)
        const blank = word.isGlued ? 0 : this.#widthOf(" ", font, size)
        const wordWidth = this.#widthOf(word.text, font, size)
        if (isRightToLeft) x -= blank + wordWidth
        this.#draw(word.text, isRightToLeft ? x : x + blank, y, font, size)
        if (!isRightToLeft) x += blank + wordWidth
      }
    }
  }

  #fontOf({ isBold }: Word): PDFFont {
    return isBold ? this.#fonts.bold : this.#fonts.plain
  }

  #widthOf(text: string, font: PDFFont, size: number): number {
    const known = this.#widths.get(font) ?? new Map<string, number>()
    this.#widths.set(font, known)
    const width = known.get(text) ?? font.widthOfTextAtSize(text, 1)
    if (known.size < 50_000) known.set(text, width)
    return width * size
  }

  #draw(text: string, x: number, y: number, font: PDFFont, size: number) {
    if (text !== "") this.#page.drawText(text, { x, y, size, font, color: this.#colors.ink })
  }

  #line(y: number) {
    const [start, end] = [
      { x: page.margin, y },
      { x: page.width - page.margin, y },
    ]
    this.#page.drawLine({ start, end, thickness: 0.5, color: this.#colors.line })
  }

  #leave(space: number) {
    if (this.#y < page.height - page.margin) this.#y -= space
  }

  #need(height: number) {
    if (this.#y - height >= page.margin) return
    if (this.#pdf.getPageCount() >= maxPages)
      throw new DocumentRefused("document.too_large", `A PDF has at most ${maxPages} pages.`)
    this.#page = this.#pdf.addPage([page.width, page.height])
    this.#y = page.height - page.margin
  }
}

/** Control characters have no picture, and the library refuses them. */
function toWords(spans: readonly LayoutSpan[]): Word[] {
  return spans.flatMap(({ text, isBold }) => {
    const plain = text.replace(/\p{Cc}+/gu, " ")
    return plain.split(/ +/).flatMap((word, index): Word[] => {
      return word === "" ? [] : [{ text: word, isBold, isGlued: index === 0 }]
    })
  })
}

function embolden(spans: readonly LayoutSpan[]): LayoutSpan[] {
  return spans.map(({ text }) => ({ text, isBold: true }))
}
