import { toText } from "../vm/json.ts"
import type { Value } from "../vm/value.ts"
import { type FilterSource, fillHoles } from "./source.ts"
import { type FilterToken, splitFilter } from "./tokens.ts"

/** Longer texts are refused; nesting is at most as deep. */
export const maxFilterChars = 10_000
const maxDepth = 50

/** Thrown while a filter is read, and caught where the reading began. */
export class Unreadable {
  readonly reason: string
  readonly at: number
  constructor(reason: string, at: number) {
    this.reason = reason
    this.at = at
  }
}

/** Walks over the pieces of a filter. */
export class FilterCursor {
  readonly source: FilterSource
  private readonly tokens: readonly FilterToken[]
  private index = 0
  private depth: number

  constructor(source: FilterSource, depth: number) {
    this.source = source
    this.depth = depth
    if (source.text.length > maxFilterChars)
      throw new Unreadable(`it is longer than ${maxFilterChars} characters`, 0)
    this.tokens = splitFilter(source.text)
  }

  get token(): FilterToken {
    return this.peek(0)
  }
  peek(offset: number): FilterToken {
    return this.tokens[Math.min(this.index + offset, this.tokens.length - 1)] as FilterToken
  }
  next(): FilterToken {
    const token = this.token
    this.index++
    return token
  }
  isAtEnd(): boolean {
    return this.token.kind === "end"
  }

  refuse(reason: string): never {
    throw new Unreadable(reason, this.token.start)
  }

  /** Says whether these words or signs come next, in any case. */
  isNext(...words: readonly string[]): boolean {
    return words.every((wanted, offset) => {
      const { kind, text } = this.peek(offset)
      return (kind === "word" || kind === "sign") && text.toUpperCase() === wanted
    })
  }
  take(...words: readonly string[]): boolean {
    const isFound = this.isNext(...words)
    if (isFound) this.index += words.length
    return isFound
  }

  /** Reads what lies one deeper. */
  nested<T>(read: () => T): T {
    if (++this.depth > maxDepth) this.refuse("it is nested too deep")
    const made = read()
    this.depth--
    return made
  }
  get nesting(): number {
    return this.depth
  }

  /** The value of a text or hole, with what was put into it. */
  fill(token: FilterToken): Value {
    const start = token.kind === "text" ? token.start + 1 : token.start
    return fillHoles(this.source, start, token.text)
  }
  /** The text between two places as it was written, filled. */
  fillBetween(start: number, end: number): Value {
    return fillHoles(this.source, start, this.source.text.slice(start, end))
  }

  /** A name of a column: a word, a quoted text, or a value that was put in. */
  takeName(): string {
    const { kind } = this.token
    if (kind !== "word" && kind !== "text" && kind !== "hole") this.refuse("a column is missing")
    return toText(this.fill(this.next())).trim()
  }

  takeWhole(name: string): number {
    const { kind } = this.token
    const value = kind === "end" ? null : this.fill(this.next())
    const number = typeof value === "number" ? value : Number(toText(value).trim() || Number.NaN)
    if (!(number >= 0 && number <= 1e9)) this.refuse(`a number is missing behind ${name}`)
    return Math.trunc(number)
  }
}
