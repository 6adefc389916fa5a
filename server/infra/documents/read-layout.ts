/** A paragraph of a document as it is set: what it is, and its words. */
export type LayoutBlock =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly spans: readonly LayoutSpan[] }
  | { readonly kind: "text"; readonly spans: readonly LayoutSpan[] }
  | { readonly kind: "item"; readonly mark: string; readonly spans: readonly LayoutSpan[] }
  | { readonly kind: "code"; readonly lines: readonly string[] }
  | { readonly kind: "table"; readonly rows: readonly (readonly LayoutSpan[])[][] }
  | { readonly kind: "rule" }

export interface LayoutSpan {
  readonly text: string
  readonly isBold: boolean
}

/**
 * Reads Markdown as far as a page needs it: headings, lists, tables, code, rules and bold words. Plain
 * text is Markdown too; its lines stay lines.
 */
export function readLayout(source: string): LayoutBlock[] {
  const blocks: LayoutBlock[] = []
  const lines = source.replace(/\r\n?/g, "\n").split("\n")
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ""
    if (line.startsWith("```")) {
      const end = lines.findIndex((each, index) => index > at && each.startsWith("```"))
      const stop = end < 0 ? lines.length : end
      blocks.push({ kind: "code", lines: lines.slice(at + 1, stop) })
      at = stop
    } else if (isTableRow(line)) {
      const rows = takeWhile(lines, at, isTableRow)
      blocks.push({ kind: "table", rows: rows.filter((row) => !isTableRule(row)).map(readCells) })
      at += rows.length - 1
    } else if (line.trim() !== "") blocks.push(readBlock(line))
  }
  return blocks
}

function readBlock(line: string): LayoutBlock {
  const heading = /^(#{1,6}) +(.*)$/.exec(line)
  if (heading) {
    const level = Math.min(3, heading[1]?.length ?? 1) as 1 | 2 | 3
    return { kind: "heading", level, spans: [{ text: heading[2] ?? "", isBold: true }] }
  }
  if (/^ {0,3}([-*_])( *\1){2,} *$/.test(line)) return { kind: "rule" }
  const item = /^ *([-*+]|\d{1,4}[.)]) +(.*)$/.exec(line)
  if (item) {
    const mark = /\d/.test(item[1] ?? "") ? (item[1] ?? "") : "\u2022"
    return { kind: "item", mark, spans: readSpans(item[2] ?? "") }
  }
  return { kind: "text", spans: readSpans(line) }
}

/** Bold words; links are written as their words with the address behind them. */
function readSpans(text: string): LayoutSpan[] {
  const plain = text.replace(/\[([^\]\n]{1,500})\]\((https?:[^)\s]{1,500})\)/g, "$1 ($2)")
  return plain
    .split("**")
    .map((part, index) => ({ text: part, isBold: index % 2 === 1 }))
    .filter((span) => span.text !== "")
}

const isTableRow = (line: string): boolean => /^\s*\|.*\|\s*$/.test(line)
const isTableRule = (line: string): boolean => /^[\s|:-]+$/.test(line)

function readCells(line: string): LayoutSpan[][] {
  return line
    .trim()
    .slice(1, -1)
    .split("|")
    .map((cell) => readSpans(cell.trim()))
}

function takeWhile(
  lines: readonly string[],
  from: number,
  fits: (line: string) => boolean,
): string[] {
  const end = lines.findIndex((line, index) => index > from && !fits(line))
  return lines.slice(from, end < 0 ? lines.length : end)
}
