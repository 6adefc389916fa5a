import { toText } from "../format/to-text.ts"
import type { Env } from "../vm/env.ts"
import { DateValue, ListValue, MapValue, type Value } from "../vm/value.ts"
import { numberOf } from "./arguments.ts"

/**
 * A text that is the same for values that UNIQUE holds for one: 1 and "1" are, and nothing and empty text.
 */
export const identityOf = (value: Value, env: Env): string => {
  if (typeof value === "boolean") return `b${value}`
  if (value instanceof DateValue) return `d${value.epochMs}`
  if (value instanceof ListValue || value instanceof MapValue) return `j${toText(value, env)}`
  return `t${toText(value, env)}`
}

/** Removes case and accents, so that a list sorts as people read it, the same on every machine. */
const foldText = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()

/** What a value sorts by. `rank` keeps kinds apart: nothing, numbers, dates, texts. */
export interface SortKey {
  readonly rank: number
  readonly number: number
  readonly folded: string
  readonly text: string
}

export const sortKeyOf = (value: Value, env: Env): SortKey => {
  if (value === null || value === "") return { rank: 0, number: 0, folded: "", text: "" }
  if (value instanceof DateValue) return { rank: 2, number: value.epochMs, folded: "", text: "" }
  const number = numberOf(value)
  if (number !== null) return { rank: 1, number, folded: "", text: "" }
  const text = toText(value, env)
  env.spend(text.length >> 2)
  return { rank: 3, number: 0, folded: foldText(text), text }
}

/** Orders two keys; what long texts cost is charged to the turn. */
export const compareKeys = (a: SortKey, b: SortKey, env: Env): number => {
  if (a.rank !== b.rank) return a.rank - b.rank
  if (a.number !== b.number) return a.number < b.number ? -1 : 1
  env.spend(Math.min(a.folded.length, b.folded.length) >> 4)
  if (a.folded !== b.folded) return a.folded < b.folded ? -1 : 1
  return a.text < b.text ? -1 : a.text > b.text ? 1 : 0
}
