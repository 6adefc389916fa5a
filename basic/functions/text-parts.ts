import type { Env } from "../vm/env.ts"
import { findText } from "../vm/search.ts"

/** Up to this length the host's own search is fast enough in its worst case, text times part. */
const shortPart = 32

/**
 * Finds every place where a part occurs, without overlaps; an empty part nowhere. Linear in the text
 * whatever the part. Units: UTF-16 code units from 0.
 */
export const findParts = (env: Env, text: string, part: string): number[] => {
  if (part === "" || part.length > text.length) return []
  env.spend(text.length >> 3)
  const places: number[] = []
  if (part.length <= shortPart) {
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length))
      places.push(at)
    return places
  }
  env.spend(text.length >> 2)
  return findLongParts(text, part)
}

/** Source: Knuth, Morris, Pratt, "Fast pattern matching in strings" (1977). */
const findLongParts = (text: string, part: string): number[] => {
  const fallback = new Int32Array(part.length)
  for (let at = 1, length = 0; at < part.length; at++) {
    while (length > 0 && part.charCodeAt(at) !== part.charCodeAt(length))
      length = fallback[length - 1] as number
    if (part.charCodeAt(at) === part.charCodeAt(length)) length++
    fallback[at] = length
  }
  const places: number[] = []
  for (let at = 0, length = 0; at < text.length; at++) {
    while (length > 0 && text.charCodeAt(at) !== part.charCodeAt(length))
      length = fallback[length - 1] as number
    if (text.charCodeAt(at) === part.charCodeAt(length)) length++
    if (length === part.length) {
      places.push(at - length + 1)
      length = 0
    }
  }
  return places
}

/** Cuts a text at places where something `width` long stands, which is left out. */
export const cutText = (text: string, places: readonly number[], width: number): string[] => {
  const parts: string[] = []
  let start = 0
  for (const place of places) {
    parts.push(text.slice(start, place))
    start = place + width
  }
  parts.push(text.slice(start))
  return parts
}

/** The text before the first mark; empty when the mark is absent. */
export const textBefore = (env: Env, text: string, mark: string): string => {
  const at = mark === "" ? -1 : findText(env, text, mark)
  return at < 0 ? "" : text.slice(0, at)
}

/** The text after the first mark; empty when the mark is absent. */
export const textAfter = (env: Env, text: string, mark: string): string => {
  const at = mark === "" ? -1 : findText(env, text, mark)
  return at < 0 ? "" : text.slice(at + mark.length)
}
