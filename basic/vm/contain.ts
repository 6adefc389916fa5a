import { toText } from "../format/to-text.ts"
import { areEqual } from "./compare.ts"
import type { Env } from "./env.ts"
import { findText } from "./search.ts"
import { ListValue, MapValue, type Value } from "./value.ts"

/**
 * Tells whether `part` is in `whole`: an element of a list, a key of a map, a piece of text. Nothing
 * contains empty text, and null contains nothing.
 */
export const contains = (env: Env, whole: Value, part: Value): boolean => {
  if (whole === null) return false
  if (whole instanceof ListValue) {
    env.spend(whole.items.length)
    return whole.items.some((item) => areEqual(env, item, part))
  }
  const text = toText(part, env)
  if (whole instanceof MapValue) return whole.entries.has(text)
  return text !== "" && findText(env, toText(whole, env), text) >= 0
}

/** Does a text begin with another? Values that are no text are read as text. */
export const startsWith = (env: Env, whole: Value, part: Value): boolean => {
  const text = toText(part, env)
  env.spend(text.length >> 4)
  return toText(whole, env).startsWith(text)
}

export const endsWith = (env: Env, whole: Value, part: Value): boolean => {
  const text = toText(part, env)
  env.spend(text.length >> 4)
  return toText(whole, env).endsWith(text)
}
