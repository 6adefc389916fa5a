import type { MessageSource } from "#catalog/messages.ts"
import type { Fact } from "../request.ts"
import { stemsOf } from "./quote-passage.ts"
import { toSource } from "./to-source.ts"

/** So much of an answer's words must stand in a passage for it to rest on that passage. */
const leastShare = 0.4

export interface Cited {
  readonly text: string
  readonly sources: readonly MessageSource[]
}

/**
 * Ties an answer to the passages it names: numbers of passages that were not given are taken out, the others are
 * counted from 1 in the order they are named. An answer that names none is tied to the passages most of its words
 * stand in.
 */
export function cite(answer: string, facts: readonly Fact[]): Cited {
  const named: Fact[] = []
  const text = answer
    .replace(/\s?\[(\d{1,2}(?:\s*,\s*\d{1,2})*)\]/g, (mark, list: string) => {
      const lead = mark.startsWith("[") ? "" : " "
      const numbers = list.split(",").map((each) => placeOf(Number(each), facts, named))
      const known = numbers.filter((number) => number !== null)
      return known.length === 0 ? "" : `${lead}${known.map((number) => `[${number}]`).join("")}`
    })
    .trim()
  if (named.length > 0) return { text, sources: toSources(named) }
  const close = facts.filter(({ passage }) => shareOf(text, passage.text) >= leastShare)
  return { text, sources: toSources(close) }
}

function placeOf(number: number, facts: readonly Fact[], named: Fact[]): number | null {
  const fact = facts.find((each) => each.number === number)
  if (fact === undefined) return null
  if (!named.includes(fact)) named.push(fact)
  return named.indexOf(fact) + 1
}

const toSources = (facts: readonly Fact[]): MessageSource[] =>
  facts.map((fact, index) => toSource({ ...fact, number: index + 1 }))

function shareOf(answer: string, passage: string): number {
  const own = stemsOf(answer)
  const theirs = stemsOf(passage)
  return own.size === 0 ? 0 : [...own].filter((stem) => theirs.has(stem)).length / own.size
}
