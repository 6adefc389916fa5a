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
  if (numberedHeading.test(text)) return true
  return (
    text.length <= 70 && /\p{L}/u.test(text) && !/[.!?:;,]$/.test(text) && !/^[-*\u2022]/.test(text)
  )
}

/** "15. Disclaimer of Warranty.": a number and a few words that stand alone. */
const numberedHeading = /^\d{1,3}(?:\.\d{1,3})*[.)]?\s+\p{Lu}[^.!?:;]{1,60}\.?$/u
const bullet = /^\s*[-*\u2022]\s+/
const number = /^\s*\d{1,3}[.)]\s+/

function splitItems(lines: readonly string[]): DocumentBlock[] {
  const blocks: DocumentBlock[] = []
  let kind: "text" | "item" = "text"
  let text: string[] = []
  const end = () => {
    if (text.length > 0) blocks.push({ kind, text: tidy(text.join(" ")), page: null })
    text = []
  }
  for (const line of lines) {
    // "as section" may end one line and "7. says" begin the next: that is no list.
    const isBetween = /(?:^|[.!?:;,])\s*$/.test(text.at(-1) ?? "")
    if (bullet.test(line) || (number.test(line) && isBetween)) {
      end()
      kind = bullet.test(line) ? "item" : "text"
    }
    text.push(line.replace(bullet, ""))
  }
  end()
  return blocks
}
