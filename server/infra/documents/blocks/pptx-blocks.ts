import { DocumentRefused } from "../port.ts"
import { attributeOf, readMarkup } from "../read-markup.ts"
import { unzip } from "../unzip.ts"
import { blockLimits, type DocumentBlock, type ReadBlocks, tidy } from "./block.ts"

const limits = { maxEntries: 20_000, maxBytes: 300 * 1024 * 1024 }
const wanted = /^ppt\/(?:slides\/slide|notesSlides\/notesSlide)(\d+)\.xml$/

/** Reads slides in order: the title of each is a heading, its number the page; what the speaker noted follows it. */
export function readPptxBlocks(bytes: Uint8Array): ReadBlocks {
  const parts = unzip(bytes, limits, (name) => wanted.test(name))
  const numberOf = (name: string) => Number(wanted.exec(name)?.[1])
  const slides = parts
    .filter(({ name }) => name.startsWith("ppt/slides/"))
    .sort((a, b) => numberOf(a.name) - numberOf(b.name))
  if (slides.length === 0)
    throw new DocumentRefused("document.unreadable", "The file holds no presentation.")
  if (slides.length > blockLimits.pages)
    throw new DocumentRefused(
      "document.too_large",
      `The presentation has ${slides.length} slides; at most ${blockLimits.pages} are read.`,
    )
  const notes = new Map(
    parts
      .filter(({ name }) => name.startsWith("ppt/notes"))
      .map((part) => [numberOf(part.name), part.bytes]),
  )
  const blocks = slides.flatMap(({ name, bytes: content }, index) => {
    const page = index + 1
    const said = readSlide(new TextDecoder().decode(content), page)
    const note = notes.get(numberOf(name))
    const noted = note ? readSlide(new TextDecoder().decode(note), page) : []
    return [
      ...said,
      ...noted.filter((block) => block.kind !== "heading" && !/^\d+$/.test(textOf(block))),
    ]
  })
  const first = blocks.find((block) => block.kind === "heading")
  return { title: first ? textOf(first) : null, pages: slides.length, blocks }
}

const textOf = (block: DocumentBlock): string => (block.kind === "table" ? "" : block.text)

function readSlide(xml: string, page: number): DocumentBlock[] {
  const blocks: DocumentBlock[] = []
  let paragraph = ""
  let isTitle = false
  let isText = false
  let rows: string[][] | null = null
  const end = () => {
    const text = tidy(paragraph)
    paragraph = ""
    if (text === "") return
    const row = rows?.at(-1)
    if (row) row[row.length - 1] = `${row.at(-1) ?? ""} ${text}`.trim()
    else if (isTitle) blocks.push({ kind: "heading", level: 2, text, page })
    else blocks.push({ kind: "text", text, page })
  }
  for (const piece of readMarkup(xml)) {
    if (piece.kind === "text") paragraph += isText ? piece.text : ""
    else if (piece.name === "a:t") isText = piece.kind === "open" && !piece.isEmpty
    else if (piece.name === "a:p" && piece.kind === "close") end()
    else if (piece.name === "a:br") paragraph += " "
    else if (piece.name === "p:sp" && piece.kind === "open") isTitle = false
    else if (piece.name === "p:ph" && piece.kind === "open")
      isTitle = /^(title|ctrTitle)$/.test(attributeOf(piece.attributes, "type") ?? "")
    else if (piece.name === "a:tbl" && piece.kind === "open") rows = []
    else if (piece.name === "a:tr" && piece.kind === "open") rows?.push([])
    else if (piece.name === "a:tc" && piece.kind === "open") rows?.at(-1)?.push("")
    else if (piece.name === "a:tbl" && rows) {
      if (rows.length > 0) blocks.push({ kind: "table", rows, page })
      rows = null
    }
  }
  return blocks
}
