import { decodeEntities } from "../read-markup.ts"
import { type DocumentBlock, type ReadBlocks, tidy } from "./block.ts"

/** Reads Markdown: headings of both kinds, paragraphs, items, fenced code, tables; tags of HTML inside give way to their text. */
export function readMarkdownBlocks(source: string): ReadBlocks {
  const lines = withoutFrontMatter(source.replace(/\r\n?/g, "\n")).split("\n")
  const reader = new MarkdownReader(lines)
  const blocks = reader.read()
  const first = blocks.find((block) => block.kind === "heading")
  return { title: first?.kind === "heading" ? first.text : null, pages: null, blocks }
}

function withoutFrontMatter(source: string): string {
  return source.replace(/^---\n(?:[^\n]*\n){0,100}?---\n/, "")
}

/** Words between backticks at the beginning of a line begin no block. */
const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/
const heading = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/
const item = /^\s*(?:[-*+]|\d{1,3}[.)])\s+(.*)$/
const tableRule = /^\s*\|?\s*:?-{1,}:?\s*(\|\s*:?-{1,}:?\s*)*\|?\s*$/
const rule = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/

class MarkdownReader {
  readonly #lines: readonly string[]
  readonly #blocks: DocumentBlock[] = []
  #at = 0
  #text: string[] = []
  #kind: "text" | "item" = "text"

  constructor(lines: readonly string[]) {
    this.#lines = lines
  }

  read(): DocumentBlock[] {
    while (this.#at < this.#lines.length) this.#readLine(this.#lines[this.#at] ?? "")
    this.#end()
    return this.#blocks
  }

  #readLine(line: string) {
    const next = this.#lines[this.#at + 1] ?? ""
    const title = heading.exec(line)
    if (fence.test(line)) return this.#code(line)
    if (line.includes("|") && tableRule.test(next) && next.includes("-") && next.includes("|"))
      return this.#table()
    this.#at++
    if (title) return this.#heading(title[1]?.length ?? 1, title[2] ?? "")
    if (
      /^ {0,3}(=+|-{2,})\s*$/.test(next) &&
      this.#text.length === 0 &&
      line.trim() !== "" &&
      !item.test(line)
    ) {
      this.#at++
      return this.#heading(next.trim().startsWith("=") ? 1 : 2, line)
    }
    if (line.trim() === "" || rule.test(line)) return this.#end()
    this.#say(line)
  }

  #say(line: string) {
    const entry = item.exec(line)
    if (entry) {
      this.#end()
      this.#kind = "item"
      this.#text.push(entry[1] ?? "")
    } else this.#text.push(line.replace(/^\s*>\s?/, ""))
  }

  #heading(level: number, words: string) {
    this.#end()
    const text = plainWords(words)
    if (text !== "") this.#blocks.push({ kind: "heading", level, text, page: null })
  }

  #code(line: string) {
    this.#end()
    const mark = fence.exec(line)?.[1] ?? "```"
    let end = this.#at + 1
    while (end < this.#lines.length && !(this.#lines[end] ?? "").trim().startsWith(mark)) end++
    const text = this.#lines
      .slice(this.#at + 1, end)
      .join("\n")
      .trim()
    if (text !== "") this.#blocks.push({ kind: "code", text, page: null })
    this.#at = end + 1
  }

  #table() {
    this.#end()
    const rows: string[][] = []
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at] ?? ""
      if (!line.includes("|") || line.trim() === "") break
      if (!(rows.length === 1 && tableRule.test(line))) rows.push(readCells(line))
    }
    const kept = rows.filter((row) => row.some((cell) => cell !== ""))
    if (kept.length > 0) this.#blocks.push({ kind: "table", rows: kept, page: null })
  }

  #end() {
    const text = plainWords(this.#text.join("\n"))
    if (text !== "") this.#blocks.push({ kind: this.#kind, text, page: null })
    this.#text = []
    this.#kind = "text"
  }
}

function readCells(line: string): string[] {
  return line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "")
    .split(/(?<!\\)\|/)
    .map((cell) => plainWords(cell.replaceAll("\\|", "|")))
}

/** The words of a line: links and pictures by what they are called, without tags, anchors and marks. */
function plainWords(text: string): string {
  const words = text
    .replace(/<!--[\s\S]*?(?:-->|$)/g, " ")
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replace(/\[([^\]]+)\]\[[^\]]*\]/g, "$1")
    .replace(/<(https?:[^>\s]+)>/g, "$1")
    .replace(/<br\s*\/?>/gi, " ")
    .replace(/<\/?[a-z][^<>]*>/gi, "")
    .replace(/`{1,3}([^`]*)`{1,3}/g, "$1")
    .replace(/\*\*\*?|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|(?<!\\)\*(?=\S)|~~/g, "")
    .replace(/\\([\\`*_{}[\]()#+.!|<>~-])/g, "$1")
  return tidy(decodeEntities(words))
}
