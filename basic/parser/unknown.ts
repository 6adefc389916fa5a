import type { UnknownCommandExpression } from "../ast/nodes.ts"
import { findNearest } from "../diagnostics/nearest.ts"
import { splitWord } from "../keywords/form-shape.ts"
import { listPhrases } from "../keywords/forms.ts"
import type { Token, WordToken } from "../lexer/token.ts"
import type { LineReader } from "./reader.ts"

/** Letters, digits and underscores without a small letter, two at least: how commands are written. */
export const isShouted = (token: Token): token is WordToken =>
  token.kind === "word" &&
  token.text.length > 1 &&
  token.text === token.text.toUpperCase() &&
  !token.text.endsWith("$")

/** Collects the run of shouted words at the next token, as a phrase with single blanks. Takes nothing. */
export function peekShoutedWords(reader: LineReader): { words: string; count: number } {
  const words: string[] = []
  let count = 0
  for (let token = reader.peek(); isShouted(token); token = reader.peek(count)) {
    words.push(...splitWord(token.upper))
    count++
  }
  return { words: words.join(" "), count }
}

/** Suggests the phrase a person may have meant; a run of words may be a phrase and its first operand. */
export function nearestPhrase(words: string): string | null {
  const parts = words.split(" ")
  const phrases = listPhrases()
  for (let count = parts.length; count > 0; count--) {
    const nearest = findNearest(parts.slice(0, count).join(" "), phrases)
    if (nearest !== null) return nearest
  }
  return null
}

/** Takes a command nothing defines in the place of a value, up to where the value must end. */
export function readUnknownCommand(
  reader: LineReader,
  words: string,
  isComplete: boolean,
): UnknownCommandExpression {
  const start = reader.peek().start
  const first = reader.index
  const wordTokens = countTokens(reader, words)
  reader.warn(
    "basic.unknown_keyword",
    { start, end: reader.peek(wordTokens - 1).end },
    {
      found: words,
      nearest: nearestPhrase(words) === words ? null : nearestPhrase(words),
    },
  )
  reader.index += wordTokens
  if (isComplete) skipBracket(reader)
  else while (!isValueEnd(reader)) skipOne(reader)
  reader.height = 1
  const text = joinTokens(reader, reader.tokens.slice(first, reader.index))
  return { kind: "UnknownCommandExpression", words, text, span: reader.spanFrom(start) }
}

function countTokens(reader: LineReader, words: string): number {
  let count = 0
  for (let left = words.split(" ").length; left > 0; count++) {
    const token = reader.peek(count)
    left -= token.kind === "word" ? splitWord(token.upper).length : left
  }
  return count
}

function isValueEnd(reader: LineReader): boolean {
  const token = reader.peek()
  if (token.kind === "end") return true
  if (token.kind === "symbol") {
    if (token.text === "," && reader.isInList) return true
    return [")", "]", "}", "{block"].includes(token.text)
  }
  if (token.kind !== "word") return false
  if (token.upper === "ELSE") return reader.isInlineIf || reader.isWord("GOTO", 1)
  return token.upper === "THEN" || (token.upper === "DO" && reader.peek(1).kind === "end")
}

function skipOne(reader: LineReader) {
  const token = reader.peek()
  if (token.kind === "symbol" && ["(", "[", "{", "#{", "${"].includes(token.text))
    skipBracket(reader)
  else {
    reader.failAtText()
    reader.take()
  }
}

function skipBracket(reader: LineReader) {
  const token = reader.peek()
  if (token.kind !== "symbol") return
  if (token.match === null)
    reader.fail("basic.unclosed_bracket", token, {
      open: token.text,
      close: token.text === "(" ? ")" : token.text === "[" ? "]" : "}",
      found: "the end of the line",
    })
  for (const inside of reader.tokens.slice(reader.index, token.match))
    if (inside.kind === "strange" || (inside.kind === "text" && !inside.isClosed)) {
      reader.index = reader.tokens.indexOf(inside)
      reader.failAtText()
    }
  reader.index = token.match + 1
}

/** As written, but with single blanks between tokens. */
function joinTokens(reader: LineReader, tokens: readonly Token[]): string {
  return tokens
    .map((token, index) => {
      const text = reader.context.source.slice(token.start, token.end)
      return index > 0 && token.hasSpaceBefore ? ` ${text}` : text
    })
    .join("")
}
