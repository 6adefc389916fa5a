import type { Env } from "../vm/env.ts"
import type { Value } from "../vm/value.ts"
import { compareKeys, sortKeyOf } from "./compare.ts"
import { readInside } from "./members.ts"

/** Sorts a copy: numbers by size, dates by time, texts without regard to case and accents; equal ones keep their order. */
export const sortItems = (
  items: readonly Value[],
  field: string | null,
  isDescending: boolean,
  env: Env,
): Value[] => {
  env.spend(items.length * (4 + Math.ceil(Math.log2(items.length + 1))))
  const keyed = items.map((item) => ({
    item,
    key: sortKeyOf(field === null ? item : readInside(env, item, field), env),
  }))
  keyed.sort((a, b) =>
    isDescending ? compareKeys(b.key, a.key, env) : compareKeys(a.key, b.key, env),
  )
  return keyed.map(({ item }) => item)
}
