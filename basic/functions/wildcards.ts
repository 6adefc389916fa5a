import type { Env } from "../vm/env.ts"

/**
 * Matches a text with a pattern whose `%` and `*` stand for any characters and `_` or `?` for one, without
 * regard to case. Keeps one place to go back to, so the time is at most text times pattern, and is paid for.
 */
export const matchWildcards = (text: string, pattern: string, env: Env): boolean => {
  const subject = text.toLowerCase()
  const wanted = pattern.toLowerCase()
  let at = 0
  let place = 0
  let starAt = -1
  let resume = 0
  let steps = 0
  while (at < subject.length) {
    if (++steps % 1024 === 0) env.spend(1024)
    const sign = wanted[place]
    if (sign === "%" || sign === "*") {
      starAt = place++
      resume = at
    } else if (sign !== undefined && (sign === "_" || sign === "?" || sign === subject[at])) {
      place++
      at++
    } else if (starAt >= 0) {
      place = starAt + 1
      at = ++resume
    } else return false
  }
  while (wanted[place] === "%" || wanted[place] === "*") place++
  return place === wanted.length
}
