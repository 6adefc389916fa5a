/**
 * Manuals show shapes with marks of their own: `<message>`, `...`, `[LIMIT n]`. A script copied from one
 * has them where a person is to write something.
 */
import type { UnknownCommandExpression } from "../ast/nodes.ts"
import { asWritten } from "../lexer/characters.ts"
import { countPlaceholder, isSign } from "../lexer/placeholder.ts"
import type { CodeLine, Token } from "../lexer/token.ts"
import type { LineReader } from "./reader.ts"
import { isShouted, peekShoutedWords } from "./unknown.ts"

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
  const first = tokens[0]
  if (first?.kind !== "word" && !isSign(first, "[") && countPlaceholder(tokens, 0) === 0)
    return null
  if (isWholeLine(tokens) && !hasOpenText(tokens))
    return { start: line.start, end: tokens.at(-2)?.end ?? line.end }
  return findMark(tokens)
}

const hasOpenText = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => token.kind === "text" && !token.isClosed)

/** The first mark of a manual among tokens. */
export function findMark(tokens: readonly Token[]): { start: number; end: number } | null {
  if (hasOpenText(tokens)) return null
  for (let index = 0; index < tokens.length; index++) {
    const count = countPlaceholder(tokens, index)
    const token = tokens[index]
    const last = count > 0 ? tokens[index + count - 1] : closerOfOption(tokens, index)
    if (token !== undefined && last !== undefined) return { start: token.start, end: last.end }
    const [before, after] = [tokens[index - 1], tokens[index + 1]]
    const isChoice = after?.kind === "text" || (after?.kind === "word" && before?.kind === "word")
    if (token?.kind === "strange" && token.text === "|" && before && after && isChoice)
      return { start: before.start, end: after.end }
  }
  return null
}

/** `statements`, where a block is to have some, and `HEAR variable AS TYPE`. */
function isWholeLine(tokens: readonly Token[]): boolean {
  if (isOptionStart(tokens) || isOptionEnd(tokens)) return true
  const words = tokens.map((token) => (token.kind === "word" ? token.upper : ""))
  if (tokens.length === 2) return words[0] === "STATEMENTS" || words[0] === "STATEMENT"
  return tokens.length === 5 && words[0] === "HEAR" && words[2] === "AS" && words[3] === "TYPE"
}

/** `[CASE ELSE` begins lines that may be left out. */
const isOptionStart = ([first, second]: readonly Token[]): boolean =>
  first?.kind === "symbol" &&
  first.text === "[" &&
  first.match === null &&
  second !== undefined &&
  isShouted(second)

/** `statements]` ends them. */
function isOptionEnd(tokens: readonly Token[]): boolean {
  const last = tokens.length - 2
  if (last < 1 || !isSign(tokens[last], "]")) return false
  if (tokens.some((token) => token.kind === "symbol" && token.match === last)) return false
  return (
    countPlaceholder(tokens, 0) === last ||
    tokens.every((token, index) => index >= last || token.kind === "word")
  )
}

/** `NEXT [counter]`: what may be left out at the end of a line. */
export function takeOption(reader: LineReader) {
  const opener = reader.peek()
  const last = reader.tokens.length - 2
  if (!isSign(opener, "[") || !isSign(reader.tokens[last], "]")) return
  reader.index = last + 1
  const span = reader.spanFrom(opener.start)
  const found = asWritten(reader.context.source, span.start, span.end)
  reader.note("basic.placeholder", span, { found })
}

/** `[LIMIT n]` behind a value: words that may be left out. */
function closerOfOption(tokens: readonly Token[], index: number): Token | undefined {
  const token = tokens[index]
  if (token?.kind !== "symbol" || token.text !== "[" || token.match === null) return undefined
  const before = tokens[index - 1]
  const isBehindValue =
    before === undefined || before.kind !== "symbol" || [")", "]"].includes(before.text)
  const [inside, last] = [tokens[index + 1], tokens[token.match - 1]]
  const isCut = isSign(inside, ",") || isSign(last, ",")
  const isWords = token.hasSpaceBefore || index === 0
  const word = isSign(inside, "{") ? tokens[index + 2] : inside
  const isOption = isBehindValue && isWords && word !== undefined && isShouted(word)
  return isCut || isOption ? tokens[token.match] : undefined
}

/** The line as it is written: what it is about is in its first words. */
export function keepNotation(reader: LineReader, line: CodeLine) {
  const { words } = peekShoutedWords(reader)
  const first = reader.context.source.slice(reader.peek().start, reader.peek().end)
  const text = asWritten(reader.context.source, line.start, line.tokens.at(-2)?.end ?? line.end)
  return { kind: "UnknownStatement", words: words === "" ? first : words, text } as const
}
