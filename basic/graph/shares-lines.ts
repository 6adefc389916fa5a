import { findLineEnd } from "../lexer/characters.ts"
import { lexLines } from "../lexer/lex.ts"

/** A `:` between words, or a line number: without them each statement has lines of its own. */
const mayShare = /:[ \t]*\S|^[ \t]*\d/m

/** Says whether two statements stand on one line of text, so that no line is one of them alone. */
export function sharesLines(source: string): boolean {
  if (!mayShare.test(source)) return false
  const { lines } = lexLines(source)
  return lines.some((line, index) => {
    const next = lines[index + 1]
    return next !== undefined && next.start <= findLineEnd(source, line.end, source.length)
  })
}
