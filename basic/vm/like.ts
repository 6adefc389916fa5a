import type { Env } from "./env.ts"
import { findText } from "./search.ts"

/**
 * Tells whether a text fits a pattern of LIKE: `%` and `*` stand for any characters, also none; `?`
 * and `_` for exactly one. Case counts.
 *
 * Between two stars the first place that fits is always good enough, so nothing is tried twice.
 */
export const isLike = (env: Env, text: string, pattern: string): boolean => {
  env.spend((text.length + pattern.length) >> 3)
  const parts = pattern.split(/[%*]+/)
  const first = parts[0] as string
  const last = parts[parts.length - 1] as string
  if (parts.length === 1) return text.length === pattern.length && fitsAt(text, pattern, 0)
  if (text.length < first.length + last.length) return false
  const end = text.length - last.length
  if (!fitsAt(text, first, 0) || !fitsAt(text, last, end)) return false
  let at = first.length
  for (const part of parts.slice(1, -1)) {
    const found = findPart(env, text, part, at)
    if (found < 0 || found + part.length > end) return false
    at = found + part.length
  }
  return true
}

const isJoker = (pattern: string, at: number): boolean => {
  const code = pattern.charCodeAt(at)
  return code === 63 || code === 95
}

function fitsAt(text: string, pattern: string, at: number): boolean {
  if (at + pattern.length > text.length) return false
  for (let i = 0; i < pattern.length; i++)
    if (!isJoker(pattern, i) && text.charCodeAt(at + i) !== pattern.charCodeAt(i)) return false
  return true
}

/** Parts with single jokers are tried place by place, and every comparison is paid for. */
function findPart(env: Env, text: string, part: string, from: number): number {
  if (!/[?_]/.test(part)) return findText(env, text, part, from)
  for (let at = from; at + part.length <= text.length; at++) {
    env.spend(1 + (part.length >> 2))
    if (fitsAt(text, part, at)) return at
  }
  return -1
}
