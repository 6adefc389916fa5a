import type { Env } from "../vm/env.ts"
import { findText } from "../vm/search.ts"

/**
 * Positions in texts count characters (code points), so an emoji is one and is never cut in half.
 * Texts without surrogates, nearly all, take the fast way: there a character is a code unit.
 */
const surrogate = /[\ud800-\udbff]/

export const isPlain = (text: string): boolean => !surrogate.test(text)

export const countChars = (text: string): number => {
  if (isPlain(text)) return text.length
  let count = 0
  for (const _ of text) count++
  return count
}

/** Index of the code unit where the character `position` begins; the length when there are fewer. */
const unitIndex = (text: string, position: number): number => {
  let index = 0
  for (let left = position; left > 0 && index < text.length; left--) {
    index += (text.codePointAt(index) as number) > 0xffff ? 2 : 1
  }
  return index
}

/** Takes characters from `start` (0-based) up to `end`; both are clamped to the text. */
export const sliceChars = (text: string, start: number, end: number): string => {
  const from = Math.max(0, start)
  if (end <= from) return ""
  if (isPlain(text)) return text.slice(from, Math.min(end, text.length))
  const first = unitIndex(text, from)
  const rest = text.slice(first)
  return rest.slice(0, unitIndex(rest, end - from))
}

/** Takes the last characters. */
export const lastChars = (text: string, count: number): string => {
  if (count <= 0) return ""
  const length = countChars(text)
  return sliceChars(text, Math.max(0, length - count), length)
}

/** Finds `sought` from a 0-based character on; -1 when it is absent. */
export const findChars = (env: Env, text: string, sought: string, start: number): number => {
  if (isPlain(text)) return findText(env, text, sought, start)
  const at = findText(env, text, sought, unitIndex(text, start))
  return at < 0 ? -1 : countChars(text.slice(0, at))
}
