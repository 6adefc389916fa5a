import { toText } from "../format/to-text.ts"
import type { Env } from "../vm/env.ts"
import { ListValue, MapValue, type Value } from "../vm/value.ts"
import { type Args, itemsAt, numberAt, valueAt } from "./arguments.ts"
import { compareKeys, sortKeyOf } from "./compare.ts"
import { readInside } from "./members.ts"

/** The elements, or one field of each, that are there: nothing and empty text do not count. */
const valuesIn = (name: string, args: Args, env: Env): Value[] => {
  const items = itemsAt(name, args, 0, env)
  const field = valueAt(args, 1) === null ? null : toText(valueAt(args, 1), env)
  env.spend(items.length)
  return items
    .map((item) => (field === null ? item : readInside(env, item, field)))
    .filter((value) => value !== null && value !== "")
}

/** Numbers of a list (or of one field of its objects). Throws when one is no number. */
export const numbersOf = (name: string, args: Args, env: Env): number[] =>
  valuesIn(name, args, env).map((value) => numberAt(name, [value], 0, env))

/** The greatest or least of several values, or of a list and perhaps a field; null when there is none. */
export const extremeOf = (name: string, args: Args, direction: 1 | -1, env: Env): Value => {
  const first = valueAt(args, 0)
  const isList = first instanceof ListValue || (first instanceof MapValue && args.length === 2)
  const values = isList
    ? valuesIn(name, args, env)
    : args.filter((value) => value !== null && value !== "")
  let best: Value = null
  let bestKey = sortKeyOf(null, env)
  for (const value of values) {
    const key = sortKeyOf(value, env)
    if (best === null || compareKeys(key, bestKey, env) * direction > 0) {
      best = key.rank === 1 ? key.number : value
      bestKey = key
    }
  }
  return best
}
