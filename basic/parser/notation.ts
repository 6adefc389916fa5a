/**
 * Manuals show shapes with marks of their own: `<message>`, `...`, `[LIMIT n]`. A script copied from one
 * has them where a person is to write something.
 */
import type { UnknownCommandExpression } from "../ast/nodes.ts"
import { asWritten } from "../lexer/characters.ts"
import type { CodeLine, Token } from "../lexer/token.ts"
import type { LineReader } from "./reader.ts"
import { isShouted, peekShoutedWords } from "./unknown.ts"

const longestPlaceholder = 12

const isSign = (token: Token | undefined, text: string): boolean =>
  token?.kind === "symbol" && token.text === text

/** How many tokens at `index` stand for something else: `<name>`, `...`; 0 when none do. */
export function countPlaceholder(tokens: readonly Token[], index: number): number {
  const first = tokens[index]
  if (first?.kind === "strange") return first.text === "\u2026" ? 1 : 0
  if (isSign(first, ".")) {
    const isWhole = isSign(tokens[index + 1], ".") && isSign(tokens[index + 2], ".")
    return isWhole ? 3 : 0
  }
  if (!isSign(first, "<") || tokens[index + 1]?.hasSpaceBefore) return 0
  for (let count = 1; count < longestPlaceholder; count++) {
    const token = tokens[index + count]
    if (isSign(token, ">")) return count > 1 && token?.hasSpaceBefore === false ? count + 1 : 0
    if (token?.kind !== "word" && !isSign(token, "-") && !isSign(token, "/")) return 0
  }
  return 0
}

/** Takes a placeholder in the place of a value; null when none stands there. */
export function readPlaceholder(reader: LineReader): UnknownCommandExpression | null {
  const count = countPlaceholder(reader.tokens, reader.index)
  if (count === 0) return null
  const { start } = reader.peek()
  reader.index += count
  reader.height = 1
  const span = reader.spanFrom(start)
  const text = asWritten(reader.context.source, span.start, span.end)
  reader.note("basic.placeholder", span, { found: text })
  return { kind: "UnknownCommandExpression", words: text, text, span }
}

/** The line has marks of a manual, and begins as a statement does. */
export function findNotation(line: CodeLine): { start: number; end: number } | null {
  const { tokens } = line
  if (tokens[0]?.kind !== "word") return null
  if (tokens.some((token) => token.kind === "text" && !token.isClosed)) return null
  for (let index = 1; index < tokens.length; index++) {
    const count = countPlaceholder(tokens, index)
    const token = tokens[index]
    const last = count > 0 ? tokens[index + count - 1] : closerOfOption(tokens, index)
    if (token !== undefined && last !== undefined) return { start: token.start, end: last.end }
  }
  return null
}

/** `[LIMIT n]` behind a value: words that may be left out. */
function closerOfOption(tokens: readonly Token[], index: number): Token | undefined {
  const token = tokens[index]
  if (token?.kind !== "symbol" || token.text !== "[" || token.match === null) return undefined
  const before = tokens[index - 1]
  const isBehindValue =
    before !== undefined && (before.kind !== "symbol" || [")", "]"].includes(before.text))
  const inside = tokens[index + 1]
  const isOption = inside !== undefined && (isShouted(inside) || isSign(inside, ","))
  return token.hasSpaceBefore && isBehindValue && isOption ? tokens[token.match] : undefined
}

/** The line as it is written: what it is about is in its first words. */
export function keepNotation(reader: LineReader, line: CodeLine) {
  const { words } = peekShoutedWords(reader)
  const first = reader.context.source.slice(reader.peek().start, reader.peek().end)
  const text = asWritten(reader.context.source, line.start, line.tokens.at(-2)?.end ?? line.end)
  return { kind: "UnknownStatement", words: words === "" ? first : words, text } as const
}
