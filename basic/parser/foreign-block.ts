import { closerOf } from "../keywords/declarations.ts"
import type { BlockReader } from "./block-reader.ts"
import { countPhrase } from "./block-words.ts"

/**
 * Finds the line that ends a block which is kept as it is written: ON MEETING START ... END ON, and TYPE
 * Guest ... END TYPE where no definition knows TYPE.
 *
 * Shape: looks from the reader's line on; null when the statement has no such end, or when another
 *        statement of its kind begins before it, so that each line is looked at once per kind.
 */
export function findForeignEnd(
  blocks: BlockReader,
  words: string,
): { index: number; end: number } | null {
  const first = words.split(" ")[0] ?? ""
  const closer = closerOf(words) ?? (blocks.endWords.has(first) ? `END ${first}` : null)
  if (closer === null) return null
  for (let index = blocks.index; index < blocks.lines.length; index++) {
    const line = blocks.lines[index]
    if (line?.kind !== "code") continue
    if (countPhrase(line.tokens, closer) > 0) return { index, end: line.end }
    const isSameKind =
      countPhrase(line.tokens, first) > 0 && countPhrase(line.tokens, "ON ERROR") === 0
    if (isSameKind) return null
  }
  return null
}
