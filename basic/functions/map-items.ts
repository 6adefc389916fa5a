import { evaluateNode } from "../filters/evaluate.ts"
import { readRowExpression } from "../filters/read-filter.ts"
import type { Env } from "../vm/env.ts"
import { findKey } from "../vm/keys.ts"
import { MapValue, type Value } from "../vm/value.ts"

/** `old->new, a->b`: pairs of names; null when the text is none. */
const readRenames = (text: string): [string, string][] | null => {
  if (!text.includes("->") || text.length > 10_000) return null
  const pairs = text.split(",").map((part) => part.split("->").map((name) => name.trim()))
  return pairs.every((pair) => pair.length === 2 && pair.every((name) => name !== ""))
    ? (pairs as [string, string][])
    : null
}

const renameKeys = (item: Value, renames: readonly [string, string][], env: Env): Value => {
  if (!(item instanceof MapValue)) return item
  env.spend(item.entries.size + renames.length)
  const newNames = new Map<string, string>()
  for (const [from, to] of renames) newNames.set(findKey(env, item, from) ?? from, to)
  const entries = new Map<string, Value>()
  for (const [key, value] of item.entries) entries.set(newNames.get(key) ?? key, value)
  return new MapValue(entries)
}

/** Makes an element of each element: by renaming fields, or by an expression such as `item.price * 1.1`. */
export const mapItems = (items: readonly Value[], text: string, env: Env): Value[] => {
  env.needCells(items.length)
  env.spend(items.length)
  const renames = readRenames(text)
  if (renames !== null) return items.map((item) => renameKeys(item, renames, env))
  const expression = readRowExpression("MAP", text, env)
  return items.map((item) => evaluateNode(env, expression, item))
}
