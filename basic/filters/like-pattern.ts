import type { LikePattern } from "./nodes.ts"

/** Reads the wildcards of a pattern: `%` and `*` for any characters, `_` and `?` for one. */
export const readPattern = (text: string): LikePattern => {
  const pattern: (string | { wild: "any" | "one" })[] = []
  for (const piece of text.split(/([%*_?])/)) {
    if (piece === "") continue
    if (piece === "%" || piece === "*") pattern.push({ wild: "any" })
    else if (piece === "_" || piece === "?") pattern.push({ wild: "one" })
    else pattern.push(piece)
  }
  return pattern
}

/** Cuts a pattern at the wildcards for any characters; within a part null stands for one character. */
const splitAtAny = (pattern: LikePattern): (string | null)[][] => {
  const parts: (string | null)[][] = [[]]
  for (const piece of pattern) {
    const last = parts[parts.length - 1] as (string | null)[]
    if (typeof piece === "string") last.push(...piece)
    else if (piece.wild === "one") last.push(null)
    else parts.push([])
  }
  return parts
}

const fitsAt = (chars: readonly string[], part: readonly (string | null)[], at: number): boolean =>
  at + part.length <= chars.length &&
  part.every((wanted, index) => wanted === null || wanted === chars[at + index])

/** Tells whether a text fits a pattern. Between two stars the first place that fits is good enough, so it is quick. */
export const fitsPattern = (text: string, pattern: LikePattern, spend: (units: number) => void) => {
  const chars = [...text]
  spend(chars.length >> 3)
  const parts = splitAtAny(pattern)
  const first = parts[0] as (string | null)[]
  if (parts.length === 1) return first.length === chars.length && fitsAt(chars, first, 0)
  const last = parts[parts.length - 1] as (string | null)[]
  const end = chars.length - last.length
  if (end < first.length || !fitsAt(chars, first, 0) || !fitsAt(chars, last, end)) return false
  let at = first.length
  for (const part of parts.slice(1, -1)) {
    while (at + part.length <= end && !fitsAt(chars, part, at)) {
      spend(1 + (part.length >> 2))
      at++
    }
    if (at + part.length > end) return false
    at += part.length
  }
  return true
}
