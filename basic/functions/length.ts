import { toText } from "../format/to-text.ts"
import type { Env } from "../vm/env.ts"
import { ListValue, MapValue, type Value } from "../vm/value.ts"
import { countChars, isPlain } from "./chars.ts"

/** Counts elements of a list, fields of an object, characters of anything else as text. */
export const lengthOf = (value: Value, env: Env): number => {
  if (value instanceof ListValue) return value.items.length
  if (value instanceof MapValue) return value.entries.size
  const text = toText(value, env)
  env.spend(text.length >> 5)
  if (env.plainText === text) return text.length
  if (!isPlain(text)) return countChars(text)
  env.plainText = text
  return text.length
}
