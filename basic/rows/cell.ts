import { parseDate } from "../dates/parse.ts"
import { parseNumber } from "../format/parse-number.ts"
import { printDate } from "../format/print-date.ts"
import { roundNumber } from "../format/round-number.ts"
import type { Env } from "../vm/env.ts"
import { toText } from "../vm/json.ts"
import { DateValue, DurationValue, ListValue, MapValue, type Value } from "../vm/value.ts"
import { refuseTable } from "./problem.ts"
import type { ColumnType, TableColumn } from "./table-shape.ts"

/** What a row keeps of a value: dates as the text they print, durations as seconds, all else a copy. */
export function plainValue(value: Value): Value {
  if (value instanceof DateValue) return printDate(value)
  if (value instanceof DurationValue) return value.seconds
  if (value instanceof ListValue) return new ListValue(value.items.map(plainValue))
  if (value instanceof MapValue)
    return new MapValue(new Map([...value.entries].map(([key, item]) => [key, plainValue(item)])))
  return value
}

/** Says what each type takes, for people. */
const expectations: Readonly<Record<ColumnType, string>> = {
  any: "any value",
  text: "text",
  integer: "whole numbers",
  number: "numbers",
  date: "dates",
  datetime: "dates",
  boolean: "TRUE or FALSE",
  uuid: "ids",
  json: "any value",
}

/**
 * Turns a value into what its column keeps.
 *
 * Errors: `basic.bad_column_value` where it cannot be one; nothing is cut off silently.
 */
export function toCell(table: string, column: TableColumn, value: Value, env: Env): Value {
  const { type, length } = column
  if (value === null || (value === "" && type !== "text" && type !== "any")) return null
  const cell = converters[type](value, env, column)
  if (cell === undefined) return refuse(table, column, expectations[type], value)
  if (length !== null && type === "text" && [...toText(cell)].length > length)
    return refuse(table, column, `at most ${length} characters`, value)
  return cell
}

type Convert = (value: Value, env: Env, column: TableColumn) => Value | undefined

const toNumber: Convert = (value) => {
  if (typeof value === "boolean") return value ? 1 : 0
  if (typeof value === "number") return value
  return typeof value === "string" ? (parseNumber(value) ?? undefined) : undefined
}

const toDate =
  (hasTime: boolean): Convert =>
  (value, env) => {
    const date =
      value instanceof DateValue
        ? value
        : typeof value === "string"
          ? parseDate(env.zone, value)
          : null
    if (date === null) return undefined
    return printDate(new DateValue(date.epochMs, date.offsetMinutes, hasTime && date.hasTime))
  }

const converters: Readonly<Record<ColumnType, Convert>> = {
  any: plainValue,
  json: plainValue,
  text: (value) => toText(plainValue(value)),
  uuid: (value) => toText(value),
  number: (value, env, column) => {
    const number = toNumber(value, env, column)
    return typeof number === "number" && column.decimals !== null
      ? roundNumber(number, column.decimals)
      : number
  },
  integer: (value, env, column) => {
    const number = toNumber(value, env, column)
    return typeof number === "number" && Number.isInteger(number) ? number : undefined
  },
  date: toDate(false),
  datetime: toDate(true),
  boolean: (value) => {
    if (typeof value === "boolean") return value
    const text = toText(value).toLowerCase()
    if (text === "true" || text === "1") return true
    return text === "false" || text === "0" ? false : undefined
  },
}

const refuse = (table: string, { name }: TableColumn, expected: string, value: Value): never =>
  refuseTable("basic.bad_column_value", {
    table,
    column: name,
    expected,
    found: toText(plainValue(value)),
  })

/** The value of a column's DEFAULT, for the defaults that can be worked out without a database. */
export function defaultOf(column: TableColumn, env: Env, makeId: () => string): Value {
  const written = column.default?.trim() ?? ""
  if (written === "") return null
  const quoted = /^'(.*)'(?:::\w+)?$/s.exec(written)?.[1]
  if (quoted !== undefined) return quoted.replaceAll("''", "'")
  const lower = written.toLowerCase().replace(/\s*\(\s*\)$/, "")
  if (/^(?:now|current_timestamp|localtimestamp|getdate)$/.test(lower))
    return printDate(new DateValue(env.nowMs, offsetOf(env), true))
  if (/^(?:current_date|today|curdate)$/.test(lower))
    return printDate(new DateValue(env.nowMs, offsetOf(env), false))
  if (/uuid|guid/.test(lower)) return makeId()
  if (lower === "true" || lower === "false") return lower === "true"
  return parseNumber(written)
}

const offsetOf = (env: Env): number => {
  const { untils, offsets } = env.zone
  const at = untils.findIndex((until) => env.nowMs < until)
  return offsets[at < 0 ? untils.length : at] ?? 0
}
