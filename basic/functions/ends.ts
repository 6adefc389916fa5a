import { toText } from "../format/to-text.ts"
import type { Env } from "../vm/env.ts"
import type { Value } from "../vm/value.ts"
import { type Args, itemsOf, makeList, valueAt, wholeAt } from "./arguments.ts"

/** FIRST and LAST: an element or a word; with a count, a list of elements or words. */
const takeEnd = (
  name: string,
  args: Args,
  env: Env,
  pick: (all: readonly Value[], count: number) => Value[],
): Value => {
  const value = valueAt(args, 0)
  const items = itemsOf(value)
  const text = items === null ? toText(value, env) : ""
  env.spend((items?.length ?? text.length) >> 3)
  const all = items ?? (text.trim() === "" ? [] : text.trim().split(/\s+/))
  if (args.length < 2) return pick(all, 1)[0] ?? (items === null ? "" : null)
  return makeList(pick(all, Math.max(0, wholeAt(name, args, 1, env))), env)
}

export const takeFirst = (name: string, args: Args, env: Env): Value =>
  takeEnd(name, args, env, (all, count) => all.slice(0, count))

export const takeLast = (name: string, args: Args, env: Env): Value =>
  takeEnd(name, args, env, (all, count) => (count === 0 ? [] : all.slice(-count)))
