import { type DocumentBlock, type ReadBlocks, tidy } from "./block.ts"

/** Reads plain text: an empty line ends a paragraph, and a short line that stands alone with words under it is a heading. */
export function readTextBlocks(source: string): ReadBlocks {
  const parts = source.replace(/\r\n?/g, "\n").split(/\n\s*\n+/)
  const blocks = parts.flatMap((part): DocumentBlock[] => {
    const lines = part.split("\n").filter((line) => line.trim() !== "")
    const [only] = lines
    if (only === undefined) return []
    if (lines.length === 1 && isHeading(only))
      return [
        { kind: "heading", level: /^\s*\d+\.\d/.test(only) ? 2 : 1, text: tidy(only), page: null },
      ]
    return splitItems(lines)
  })
  return { title: null, pages: null, blocks }
}

function isHeading(line: string): boolean {
  const text = line.trim()
  return (
    text.length <= 70 && /\p{L}/u.test(text) && !/[.!?:;,]$/.test(text) && !/^[-*\u2022]/.test(text)
  )
}

const mark = /^\s*(?:[-*\u2022]|\d{1,3}[.)])\s+/

function splitItems(lines: readonly string[]): DocumentBlock[] {
  const blocks: DocumentBlock[] = []
  let kind: "text" | "item" = "text"
  let text: string[] = []
  const end = () => {
    if (text.length > 0) blocks.push({ kind, text: tidy(text.join(" ")), page: null })
    text = []
  }
  for (const line of lines) {
    if (mark.test(line)) {
      end()
      kind = "item"
    }
    text.push(line.replace(mark, ""))
  }
  end()
  return blocks
}
