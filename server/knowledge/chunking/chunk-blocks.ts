import type { DocumentBlock } from "#server/infra/documents/port.ts"
import { countWords, splitSentences } from "./split-sentences.ts"

/** A piece of a document that is found, and quoted, as one. */
export interface Chunk {
  readonly text: string
  /** The headings above it, the widest first, with " > " between; null before the first. */
  readonly section: string | null
  readonly page: number | null
}

/** Units: words. A chunk ends at a sentence once it has `wanted`, and never has more than `most`. */
const size = { wanted: 55, most: 110, least: 12 }
const maxSectionChars = 300

/**
 * Cuts a document where its structure cuts it: a chunk never crosses a heading, holds a few sentences or
 * items, or rows of a table with the names of their columns.
 */
export function chunkBlocks(blocks: readonly DocumentBlock[]): Chunk[] {
  const chunker = new Chunker()
  for (const block of blocks) chunker.add(block)
  return chunker.finish()
}

class Chunker {
  readonly #chunks: Chunk[] = []
  readonly #path: { level: number; text: string }[] = []
  #parts: string[] = []
  #words = 0
  #page: number | null = null

  add(block: DocumentBlock) {
    switch (block.kind) {
      case "heading":
        return this.#enter(block.level, block.text)
      case "table":
        return this.#addTable(block.rows, block.page)
      case "code":
        return this.#addCode(block.text, block.page)
      case "item":
        return this.#addText(block.text, "\n- ", block.page)
      case "text":
        return this.#addText(block.text, "\n", block.page)
    }
  }

  finish(): Chunk[] {
    this.#end()
    return this.#chunks
  }

  #enter(level: number, text: string) {
    this.#end()
    while ((this.#path.at(-1)?.level ?? 0) >= level) this.#path.pop()
    this.#path.push({ level, text })
  }

  #addText(text: string, mark: string, page: number | null) {
    splitSentences(text).forEach((sentence, index) => {
      const glue = index === 0 ? mark : " "
      for (const part of cutLong(sentence)) this.#put(part, glue, page)
    })
  }

  /** A paragraph that ends with a colon goes with what it announces. */
  #put(part: string, glue: string, page: number | null) {
    const words = countWords(part)
    const announces = /:\s*$/.test(this.#parts.at(-1) ?? "")
    const isFull = this.#words >= size.wanted && !announces
    if (this.#words > 0 && (isFull || this.#words + words > size.most)) this.#end()
    if (this.#words === 0) this.#page = page
    this.#parts.push(
      this.#parts.length === 0 ? (glue === "\n- " ? `- ${part}` : part) : glue + part,
    )
    this.#words += words
  }

  #addCode(text: string, page: number | null) {
    const lines = text.split("\n")
    for (let at = 0; at < lines.length; at += 15)
      this.#put(
        lines
          .slice(at, at + 15)
          .join("\n")
          .slice(0, 1_500),
        "\n",
        page,
      )
  }

  /** Rows go together until a chunk is full; each chunk begins with the names of the columns. */
  #addTable(rows: readonly (readonly string[])[], page: number | null) {
    const [header = [], ...rest] = rows
    const head = printRow(header)
    const intro = this.#words > 0 && this.#words < 40 ? this.#parts.join("") : ""
    if (intro === "") this.#end()
    else this.#parts = []
    this.#words = 0
    if (rest.length === 0)
      return this.#put([intro, head].filter((each) => each !== "").join("\n"), "\n", page)
    const first = [intro, head].filter((each) => each !== "").join("\n")
    let lines = [first]
    for (const row of rest) {
      const line = printRow(row)
      if (lines.length > 1 && countWords(lines.join(" ")) + countWords(line) > size.most) {
        this.#push(lines.join("\n"), page)
        lines = [head]
      }
      lines.push(line)
    }
    this.#push(lines.join("\n"), page)
  }

  #end() {
    const text = this.#parts.join("").trim()
    const before = this.#chunks.at(-1)
    const section = this.#section()
    // A left-over of a few words belongs to what stands above it.
    if (
      text !== "" &&
      this.#words < size.least &&
      before &&
      before.section === section &&
      countWords(before.text) < size.most
    )
      this.#chunks[this.#chunks.length - 1] = { ...before, text: `${before.text}\n${text}` }
    else if (text !== "") this.#push(text, this.#page)
    this.#parts = []
    this.#words = 0
  }

  #push(text: string, page: number | null) {
    this.#chunks.push({ text, section: this.#section(), page })
  }

  #section(): string | null {
    const path = this.#path.map(({ text }) => text).join(" > ")
    return path === "" ? null : path.slice(-maxSectionChars)
  }
}

const printRow = (row: readonly string[]): string => row.join(" | ")

/** A sentence without an end, such as a list in one line, is cut between words. */
function cutLong(sentence: string): string[] {
  if (countWords(sentence) <= size.most && sentence.length <= 1_500) return [sentence]
  const parts: string[] = []
  let part = ""
  for (const word of sentence.split(/\s+/).flatMap((each) => each.match(/.{1,500}/gsu) ?? [])) {
    if (part !== "" && (countWords(part) >= size.most - 10 || part.length > 1_200)) {
      parts.push(part)
      part = ""
    }
    part = part === "" ? word : `${part} ${word}`
  }
  return part === "" ? parts : [...parts, part]
}
