import { parseDate } from "../dates/parse.ts"
import { dateFromInstant } from "../dates/zone.ts"
import type { Env } from "../vm/env.ts"
import { DateValue, type Value } from "../vm/value.ts"
import { formatDate, isDatePattern } from "./format-date.ts"
import { formatNumber, isNumberPattern } from "./format-number.ts"
import { parseNumber } from "./parse-number.ts"
import { printJson } from "./print-json.ts"
import { toText } from "./to-text.ts"

/** `@` the text as it is, `!` in capitals, `&` in small letters. */
const formatText = (text: string, pattern: string, env: Env): string => {
  env.needText(pattern.length + (pattern.match(/[@!&]/g)?.length ?? 0) * text.length)
  return pattern.replace(/[@!&]/g, (sign) =>
    sign === "@" ? text : sign === "!" ? text.toUpperCase() : text.toLowerCase(),
  )
}

const formatPlain = (text: string, pattern: string, env: Env): string =>
  /[@!&]/.test(pattern) ? formatText(text, pattern, env) : text

/** Seconds since 1970, or milliseconds when they would lie beyond the year 5138. */
const dateOfNumber = (value: number, env: Env): DateValue | null => {
  const epochMs = Math.abs(value) < 1e11 ? value * 1000 : value
  return Math.abs(epochMs) < 2.5e14 && epochMs > -6e13
    ? dateFromInstant(env.zone, Math.floor(epochMs), true)
    : null
}

/**
 * Prints a value by a pattern. What the pattern does not fit is given back as text, unchanged, so a
 * status that is not a date survives a date pattern; null and empty text stay empty.
 */
export const formatValue = (value: Value, pattern: string, env: Env): string => {
  if (/^\s*json\s*$/i.test(pattern)) return printJson(value, env)
  if (value === null || value === "") return ""
  env.spend(pattern.length >> 3)
  if (value instanceof DateValue) return formatDate(value, pattern)
  if (typeof value === "number") return formatNumeric(value, pattern, env)
  const text = toText(value, env)
  if (typeof value !== "string") return formatPlain(text, pattern, env)
  const number = isNumberPattern(pattern) ? parseNumber(text) : null
  if (number !== null) return formatNumber(number, pattern)
  const date = isDatePattern(pattern) ? parseDate(env.zone, text) : null
  return date ? formatDate(date, pattern) : formatPlain(text, pattern, env)
}

const formatNumeric = (value: number, pattern: string, env: Env): string => {
  if (isNumberPattern(pattern)) return formatNumber(value, pattern)
  const date = isDatePattern(pattern) ? dateOfNumber(value, env) : null
  return date ? formatDate(date, pattern) : formatPlain(toText(value, env), pattern, env)
}
