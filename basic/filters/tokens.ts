import { hole } from "./source.ts"

/** A piece of a filter or of an expression over one row. */
export interface FilterToken {
  readonly kind: "word" | "number" | "text" | "sign" | "hole" | "end"
  /** Text tokens without their quotes; words as written. */
  readonly text: string
  readonly start: number
  readonly end: number
}

const signs = ["<>", "!=", ">=", "<=", "==", "&&", "||", "??"]

const readQuoted = (source: string, start: number): FilterToken => {
  const quote = source[start] as string
  let text = ""
  let at = start + 1
  for (; at < source.length; at++) {
    if (source[at] !== quote) text += source[at]
    else if (source[at + 1] === quote) text += source[at++]
    else break
  }
  return { kind: "text", text, start, end: Math.min(at + 1, source.length) }
}

/** Sticky patterns: each looks only where it stands, so splitting takes time in proportion to the length. */
const blanks = /\s*/y
const word = /[\p{L}_][\p{L}\p{M}\p{N}_]*(?:(?:\.|\?\.)[\p{L}_][\p{L}\p{M}\p{N}_]*|\[\d{1,9}\])*/uy
const number = /(?:\d+(?:\.\d+)?|\.\d+)/y

const matchAt = (pattern: RegExp, source: string, at: number): string => {
  pattern.lastIndex = at
  return pattern.exec(source)?.[0] ?? ""
}

/** Splits a filter into its pieces; the last is the end. */
export const splitFilter = (source: string): FilterToken[] => {
  const tokens: FilterToken[] = []
  let at = matchAt(blanks, source, 0).length
  while (at < source.length) {
    const token = readToken(source, at)
    tokens.push(token)
    at = token.end + matchAt(blanks, source, token.end).length
  }
  tokens.push({ kind: "end", text: "", start: source.length, end: source.length })
  return tokens
}

const readToken = (source: string, start: number): FilterToken => {
  const char = source[start] as string
  if (char === hole) return { kind: "hole", text: hole, start, end: start + 1 }
  if (char === "'" || char === '"') return readQuoted(source, start)
  const name = matchAt(word, source, start)
  if (name !== "") return { kind: "word", text: name, start, end: start + name.length }
  const digits = matchAt(number, source, start)
  if (digits !== "") return { kind: "number", text: digits, start, end: start + digits.length }
  const sign = signs.find((candidate) => source.startsWith(candidate, start)) ?? char
  return { kind: "sign", text: sign, start, end: start + sign.length }
}
