import type { Trivia } from "../ast/nodes.ts"

interface TokenBase {
  /** Units: UTF-16 code units of the source. */
  readonly start: number
  readonly end: number
  readonly hasSpaceBefore: boolean
}

/** A keyword, an operator word or a name; only the place tells which. `upper` is without the `$` suffix. */
export interface WordToken extends TokenBase {
  readonly kind: "word"
  readonly text: string
  readonly upper: string
}
export interface NumberToken extends TokenBase {
  readonly kind: "number"
  readonly value: number
}
/** A text in any quotes. `isClosed: false`: the quote is missing and the token ends with its first line. */
export interface TextToken extends TokenBase {
  readonly kind: "text"
  /** Typographic quotes are all written “ here. */
  readonly quote: '"' | "'" | "`" | "\u201c"
  readonly segments: readonly Segment[]
  readonly isMultiline: boolean
  readonly isClosed: boolean
}
/** Brackets carry the index of their partner. A `{` that opens the lines of a brace-style IF reads `{block`. */
export interface SymbolToken extends TokenBase {
  readonly kind: "symbol"
  readonly text: string
  match: number | null
  /** A comma stands directly inside this pair of brackets. */
  hasComma: boolean
}
/** A character that no token begins with. */
export interface StrangeToken extends TokenBase {
  readonly kind: "strange"
  readonly text: string
  readonly upper: string
}
/** Stands after the last token of every line. Its texts are empty: it has the members of a word, so that tokens come in few shapes. */
export interface EndToken extends TokenBase {
  readonly kind: "end"
  readonly text: ""
  readonly upper: ""
}

/** The end of a line at an offset. */
export const endToken = (at: number): EndToken => ({
  kind: "end",
  text: "",
  upper: "",
  start: at,
  end: at,
  hasSpaceBefore: true,
})
export type Token = WordToken | NumberToken | TextToken | SymbolToken | StrangeToken | EndToken

/** A piece of a text: cooked characters, or the source range of an expression between `${` and `}`. */
export type Segment =
  | { readonly kind: "characters"; readonly text: string }
  | { readonly kind: "expression"; readonly start: number; readonly end: number }

interface LineBase {
  /** From the first token to the end of the last one, without comments. */
  readonly start: number
  readonly end: number
  /** Comments and blank lines above. */
  readonly leading: readonly Trivia[]
  readonly trailing: string | null
}

/** A logical line: one statement, however many lines of text it takes. */
export interface CodeLine extends LineBase {
  readonly kind: "code"
  /** Ends with an EndToken. */
  readonly tokens: readonly Token[]
  /** Comments between the parts of a continued line. */
  readonly inner: readonly string[]
}
/** BEGIN TALK and its like, with the raw body. `name` is as written when no block has it. */
export interface TextBlockLine extends LineBase {
  readonly kind: "textBlock"
  readonly name: string
  /** Tokens between the block's name and the end of its first line. */
  readonly header: readonly Token[]
  readonly segments: readonly Segment[]
  readonly isClosed: boolean
}
/** Lines that are kept as they are written: TABLE bodies, a DESCRIPTION without quotes, `#workflow`. */
export interface RawLine extends LineBase {
  readonly kind: "raw"
  readonly words: string
  readonly isClosed: boolean
}
export type SourceLine = CodeLine | TextBlockLine | RawLine

/** What `lexLines` gives. `closing` is the trivia after the last statement. */
export interface LexedSource {
  readonly lines: readonly SourceLine[]
  readonly closing: readonly Trivia[]
  /** Where a `#` comment stands; the parser warns there. */
  readonly hashComments: readonly number[]
}
