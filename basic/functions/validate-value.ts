import { toText } from "../format/to-text.ts"
import { maxReplyChars } from "../hear/reader.ts"
import { answerReaders } from "../hear/readers.ts"
import { canonicalHearType, hearTypes, uploadTypes } from "../hear/types.ts"
import type { Env } from "../vm/env.ts"
import { isTruthy } from "../vm/truth.ts"
import { ListValue, type Value } from "../vm/value.ts"
import { numberOf } from "./arguments.ts"

const checkable = hearTypes.filter(
  (type) => !uploadTypes.has(type) && !/^(?:MENU|LOGIN)$/.test(type),
)
/** `min:3`, `max 10`, `length:2-5`. */
const bound = /^(min|max|length)\s*[:= ]\s*(\d{1,9}(?:\.\d{1,9})?)(?:\s*-\s*(\d{1,9}))?$/

/**
 * Says whether a value follows a rule: a type of HEAR, `required`, `min:3`, `max:10` (a number's size, a text's
 * or a list's length), `length:2-5`; or all of several rules, between `|` or in a list.
 *
 * Raises `basic.bad_rule` for a rule that is none.
 */
export function validateValue(value: Value, rule: Value, env: Env): boolean {
  const rules =
    rule instanceof ListValue
      ? rule.items.map((each) => toText(each, env))
      : toText(rule, env).split("|")
  env.spend(rules.length)
  return rules.every((each) => followsRule(value, each.trim(), env))
}

function followsRule(value: Value, rule: string, env: Env): boolean {
  if (/^required$/i.test(rule)) return value === false || value === 0 || isTruthy(value)
  const limits = bound.exec(rule.toLowerCase())
  if (limits) {
    const [, name = "", first = "", last = first] = limits
    return isWithin(value, name, [Number(first), Number(last)], env)
  }
  const type = canonicalHearType(rule)
  if (type === null || !checkable.includes(type))
    return env.fail("basic.bad_rule", { found: rule.slice(0, 60), known: checkable.join(", ") })
  const text = toText(value, env).trim()
  env.spend(text.length >> 3)
  if (text === "" || text.length > maxReplyChars) return false
  return answerReaders[type](text, { nowMs: env.nowMs, zone: env.zone }) !== null
}

function isWithin(value: Value, name: string, [first, last]: [number, number], env: Env): boolean {
  const length = value instanceof ListValue ? value.items.length : [...toText(value, env)].length
  if (name === "length") return length >= first && length <= last
  const size = typeof value === "string" || value instanceof ListValue ? length : numberOf(value)
  if (size === null) return false
  return name === "min" ? size >= first : size <= first
}
