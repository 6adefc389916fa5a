import { numberAt } from "../functions/arguments.ts"
import type { Env } from "../vm/env.ts"
import { ListValue, type Value } from "../vm/value.ts"
import { defineFunction } from "./define.ts"

export const dim = defineFunction({
  name: "DIM",
  forms: ["DIM({size}[, {second}[, {third}]])"],
  arity: [1, 3],
  group: "list",
  summary: "Makes a list of empty elements, or lists in lists for several sizes.",
  params: {
    size: { kind: "number", min: 0, doc: "How many elements." },
    second: { kind: "number", min: 0, doc: "How many elements each of them has." },
    third: { kind: "number", min: 0, doc: "How many elements each of those has." },
  },
  result: "list",
  raises: ["basic.not_a_number", "basic.wrong_type", "basic.bad_value"],
  example: 'DIM seats(3)\nseats[0] = "Ana"\nTALK UBOUND(seats)',
  evaluate: (args, env) =>
    makeEmpty(
      args.map((_, index) => sizeAt("DIM", args, index, env)),
      env,
    ),
})

/** A size as a whole number. Raises what the function raises for a bad argument. */
export function sizeAt(name: string, args: readonly Value[], index: number, env: Env): number {
  const size = Math.floor(numberAt(name, args, index, env))
  if (size < 0)
    env.fail("basic.bad_value", { name, found: String(size), expected: "a size of 0 or more" })
  return size
}

/** Lists in lists of the given sizes. */
export function makeEmpty(sizes: readonly number[], env: Env): Value {
  const [size, ...inner] = sizes
  if (size === undefined) return null
  env.needCells(size)
  env.spend(size)
  return new ListValue(Array.from({ length: size }, () => makeEmpty(inner, env)))
}
