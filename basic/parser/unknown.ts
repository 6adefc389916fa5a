import type { UnknownCommandExpression } from "../ast/nodes.ts"
import { findNearest } from "../diagnostics/nearest.ts"
import { splitWord } from "../keywords/form-shape.ts"
import { listPhrases } from "../keywords/forms.ts"
import { isHardware, mayBeHardware } from "../keywords/hardware.ts"
import { asWritten } from "../lexer/characters.ts"
import type { Token, WordToken } from "../lexer/token.ts"
import type { Span } from "../source/span.ts"
import type { LineReader } from "./reader.ts"

/** Letters, digits and underscores without a small letter, two at least: how commands are written. */
export const isShouted = (token: Token): token is WordToken =>
  token.kind === "word" && token.text.length > 1 && token.text === token.upper

/** The command of hardware that begins at the next token, written large; null when there is none. */
export function findHardware(reader: LineReader): string | null {
  const first = reader.peek()
  if (first.kind !== "word" || !mayBeHardware(first.upper)) return null
  const { words } = peekShoutedWords(reader)
  const parts = words.split(" ")
  const written = [parts.slice(0, 2).join(" "), parts[0] ?? ""]
  return written.find(isHardware) ?? null
}

interface ShoutedWords {
  readonly words: string
  /** Units: tokens. */
  readonly count: number
}
const noWords: ShoutedWords = { words: "", count: 0 }

/** Collects the run of shouted words at the next token, as a phrase with single blanks. Takes nothing. */
export function peekShoutedWords(reader: LineReader): ShoutedWords {
  if (!isShouted(reader.peek())) return noWords
  const words: string[] = []
  let count = 0
  for (let token = reader.peek(); isShouted(token); token = reader.peek(count)) {
    // The ELSE of an IF on one line is no word of a command.
    if (count > 0 && reader.isInlineIf && token.upper === "ELSE") break
    words.push(...splitWord(token.upper))
    count++
  }
  return { words: words.join(" "), count }
}

/**
 * Suggests the phrase a person may have meant; a run of words may be a phrase and its first operand.
 * Looking is costly, so that one program gets a limited number of suggestions.
 */
export function suggestPhrase(
  reader: LineReader,
  words: string,
): { phrase: string; wordCount: number } | null {
  const { suggestions } = reader.context
  const parts = words.split(" ")
  for (let wordCount = Math.min(parts.length, 4); wordCount > 0; wordCount--) {
    if (suggestions.left <= 0) return null
    suggestions.left--
    const written = parts.slice(0, wordCount).join(" ")
    const isWhole = wordCount === parts.length
    const phrase = isWhole
      ? findNearest(written, listPhrases())
      : findNearest(written, listPhrasesOf(wordCount), wordCount)
    if (phrase === null) continue
    const isRightStart = !isWhole && wordCount === 1 && startsPhrase(written)
    return phrase === written || isRightStart ? null : { phrase, wordCount }
  }
  return null
}

/** Where operands follow, a part of the words stands for a phrase of as many words. */
const listPhrasesOf = (wordCount: number): readonly string[] =>
  listPhrases().filter((phrase) => phrase.split(" ").length === wordCount)

/** SEND begins SEND MAIL, so that SEND INVITES is no slip in its first word. */
const startsPhrase = (word: string): boolean =>
  listPhrases().some((phrase) => phrase.startsWith(`${word} `))

/** A slip in these words would leave other lines without their block, so that it is an error. */
const structural =
  /^(?:IF|ELSE|FOR|NEXT|WHILE|WEND|DO|LOOP|SELECT CASE|SWITCH|CASE|SUB|FUNCTION|WITH|BEGIN|TRY|CATCH|END)\b/
const isStructural = (phrase: string): boolean => structural.test(phrase)

/** Says that nothing defines these words, and what may have been meant. */
export function warnUnknown(reader: LineReader, words: string, place: "line" | "value") {
  const span = spanOfWords(reader, words)
  // A block of text begins on a line of its own; behind a colon its lines would be read as statements.
  if (place === "line" && /^BEGIN\b/.test(words))
    reader.fail("basic.unexpected_rest", span, { found: words, after: "The line" })
  if (isHardware(words)) return reader.note("basic.hardware", span, { found: words })
  if (words === "SELECT")
    return reader.note("basic.unknown_shape", span, {
      keyword: words,
      shape: "SELECT columns FROM rows",
    })
  const nearest = suggestPhrase(reader, words)
  const facts = { found: words, nearest: nearest?.phrase ?? null }
  if (place === "line" && nearest !== null && isStructural(nearest.phrase))
    reader.fail("basic.unknown_statement", span, facts)
  if (nearest === null) return reader.note("basic.unknown_keyword", span, facts)
  const written = words.split(" ").slice(0, nearest.wordCount).join(" ")
  const end = reader.peek(countTokens(reader, written) - 1).end
  const edits = [{ span: { start: span.start, end }, text: nearest.phrase }]
  reader.note("basic.unknown_keyword", span, facts, { title: `Write ${nearest.phrase}`, edits })
}

/**
 * Takes a command nothing defines in the place of a value, up to where the value must end. One that
 * `isComplete` ends with its words, or with the parentheses behind them.
 */
export function readUnknownCommand(
  reader: LineReader,
  words: string,
  isComplete: boolean,
): UnknownCommandExpression {
  warnUnknown(reader, words, "value")
  return takeCommand(reader, words, isComplete)
}

/** The same without a word about it. */
export function takeCommand(
  reader: LineReader,
  words: string,
  isComplete: boolean,
): UnknownCommandExpression {
  const start = reader.peek().start
  const first = reader.index
  reader.index += countTokens(reader, words)
  if (!isComplete) while (!isValueEnd(reader)) skipOne(reader)
  else if (reader.isSymbol("(")) skipBracket(reader)
  reader.height = 1
  const text = joinTokens(reader, reader.tokens.slice(first, reader.index))
  return { kind: "UnknownCommandExpression", words, text, span: reader.spanFrom(start) }
}

/** Where the words stand that begin at the next token. */
export const spanOfWords = (reader: LineReader, words: string): Span => ({
  start: reader.peek().start,
  end: reader.peek(countTokens(reader, words) - 1).end,
})

function countTokens(reader: LineReader, words: string): number {
  let count = 0
  for (let left = words.split(" ").length; left > 0; count++) {
    const token = reader.peek(count)
    left -= token.kind === "word" ? splitWord(token.upper).length : left
  }
  return count
}

const openers: ReadonlySet<string> = new Set(["(", "[", "{", "#{", "${"])

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
  if (token.kind === "symbol" && openers.has(token.text)) skipBracket(reader)
  else {
    reader.failAtText()
    reader.take()
  }
}

/** Where a line with an open bracket ends depends on the one below it, so that it cannot be kept as it is written. */
function failAtOpenBracket(reader: LineReader, token: Token) {
  if (token.kind !== "symbol" || token.match !== null || !openers.has(token.text)) return
  reader.fail("basic.unclosed_bracket", token, {
    open: token.text,
    close: token.text === "(" ? ")" : token.text === "[" ? "]" : "}",
    found: "the end of the line",
  })
}

function skipBracket(reader: LineReader) {
  const token = reader.peek()
  if (token.kind !== "symbol") return
  failAtOpenBracket(reader, token)
  if (token.match === null) return
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
      const text = asWritten(reader.context.source, token.start, token.end)
      return index > 0 && token.hasSpaceBefore ? ` ${text}` : text
    })
    .join("")
}

/** Takes the rest of the line as it is written. */
export function takeLine(reader: LineReader, words: string) {
  const start = reader.peek().start
  while (!reader.isAtEnd() && !reader.endsInline()) {
    reader.failAtText()
    failAtOpenBracket(reader, reader.peek())
    reader.take()
  }
  const text = asWritten(reader.context.source, start, reader.lastEnd())
  return { kind: "UnknownStatement", words, text } as const
}
