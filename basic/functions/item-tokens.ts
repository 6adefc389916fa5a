/** Splits the small texts that FILTER and MAP take: conditions and expressions over one element. */
export interface ItemToken {
  readonly kind: "word" | "number" | "text" | "sign" | "end"
  /** Text tokens without their quotes; words as written. */
  readonly text: string
  readonly start: number
  readonly end: number
}

const signs = ["<>", "!=", ">=", "<=", "==", "&&", "||"]

const readQuoted = (source: string, start: number): ItemToken => {
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

export const splitItemText = (source: string): ItemToken[] => {
  const tokens: ItemToken[] = []
  let at = matchAt(blanks, source, 0).length
  while (at < source.length) {
    const token = readToken(source, at)
    tokens.push(token)
    at = token.end + matchAt(blanks, source, token.end).length
  }
  tokens.push({ kind: "end", text: "", start: source.length, end: source.length })
  return tokens
}

const readToken = (source: string, start: number): ItemToken => {
  const char = source[start] as string
  if (char === "'" || char === '"') return readQuoted(source, start)
  const name = matchAt(word, source, start)
  if (name !== "") return { kind: "word", text: name, start, end: start + name.length }
  const digits = matchAt(number, source, start)
  if (digits !== "") return { kind: "number", text: digits, start, end: start + digits.length }
  const sign = signs.find((candidate) => source.startsWith(candidate, start)) ?? char
  return { kind: "sign", text: sign, start, end: start + sign.length }
}
