import type { Env } from "./env.ts"

/** Patterns up to this length go to the host's search, whose worst case is text times pattern. */
const shortPattern = 32

/**
 * Finds where a text begins inside another, from `from` on; -1 when it does not. Linear in the text
 * whatever the pattern (the host's own search is not).
 *
 * Units: UTF-16 code units from 0.
 */
export const findText = (env: Env, text: string, pattern: string, from = 0): number => {
  env.spend((text.length - from) >> 3)
  if (pattern.length <= shortPattern) return text.indexOf(pattern, from)
  if (pattern.length > text.length - from) return -1
  env.spend((text.length - from) >> 2)
  return searchKnuthMorrisPratt(text, pattern, from)
}

/** Source: Knuth, Morris, Pratt, "Fast pattern matching in strings" (1977). */
function searchKnuthMorrisPratt(text: string, pattern: string, from: number): number {
  const fallback = new Int32Array(pattern.length)
  for (let at = 1, length = 0; at < pattern.length; at++) {
    while (length > 0 && pattern.charCodeAt(at) !== pattern.charCodeAt(length))
      length = fallback[length - 1] as number
    if (pattern.charCodeAt(at) === pattern.charCodeAt(length)) length++
    fallback[at] = length
  }
  for (let at = from, length = 0; at < text.length; at++) {
    while (length > 0 && text.charCodeAt(at) !== pattern.charCodeAt(length))
      length = fallback[length - 1] as number
    if (text.charCodeAt(at) === pattern.charCodeAt(length)) length++
    if (length === pattern.length) return at - length + 1
  }
  return -1
}
