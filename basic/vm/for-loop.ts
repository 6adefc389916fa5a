import { readNumber } from "./arithmetic.ts"
import type { Env } from "./env.ts"
import type { Value } from "./value.ts"

/** The STEP of FOR. 0 would never end. */
export const readStep = (env: Env, value: Value): number => {
  const step = readNumber(env, value, "FOR")
  if (step !== 0) return step
  return env.fail("basic.bad_value", { name: "STEP", found: "0", expected: "any other number" })
}

/** The last value of FOR. With fractions a little is added, so that 0 TO 0.3 STEP 0.1 reaches its end. */
export const readLimit = (env: Env, from: number, to: Value, step: number): number => {
  const limit = readNumber(env, to, "FOR")
  return Number.isInteger(step) && Number.isInteger(from) ? limit : limit + step * 1e-9
}
