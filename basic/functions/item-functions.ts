/** The functions that may be called inside the texts of FILTER and MAP. */
import { addToDate } from "../dates/add.ts"
import { differenceOfDates } from "../dates/difference.ts"
import { readNow, readToday, startOfDay } from "../dates/start-of-day.ts"
import { civilOf } from "../dates/zone.ts"
import { roundNumber } from "../format/round-number.ts"
import type { Env } from "../vm/env.ts"
import { type DateValue, ListValue, type Value } from "../vm/value.ts"
import { type Args, dateAt, numberAt, textAt, valueAt } from "./arguments.ts"
import { countChars } from "./chars.ts"

type ItemFunction = (args: Args, env: Env) => Value

const currentDay: ItemFunction = (_args, env) => readToday(env)
const part =
  (name: string, read: (date: DateValue) => number): ItemFunction =>
  (args, env) => {
    const date = dateAt(name, args, 0, env)
    return date && read(date)
  }

export const itemFunctions: ReadonlyMap<string, ItemFunction> = new Map<string, ItemFunction>([
  ["LOWER", (args, env) => textAt(args, 0, env).toLowerCase()],
  ["UPPER", (args, env) => textAt(args, 0, env).toUpperCase()],
  ["TRIM", (args, env) => textAt(args, 0, env).trim()],
  [
    "LEN",
    (args, env) => {
      const value = valueAt(args, 0)
      return value instanceof ListValue ? value.items.length : countChars(textAt(args, 0, env))
    },
  ],
  ["ABS", (args, env) => Math.abs(numberAt("ABS", args, 0, env))],
  ["INT", (args, env) => Math.trunc(numberAt("INT", args, 0, env))],
  [
    "ROUND",
    (args, env) => roundNumber(numberAt("ROUND", args, 0, env), numberAt("ROUND", args, 1, env)),
  ],
  ["NOW", (_args, env) => readNow(env)],
  ["TODAY", currentDay],
  ["CURDATE", currentDay],
  [
    "DATE",
    (args, env) => {
      const date = dateAt("DATE", args, 0, env)
      return date && startOfDay(date, env)
    },
  ],
  ["YEAR", part("YEAR", (date) => civilOf(date).year)],
  ["MONTH", part("MONTH", (date) => civilOf(date).month)],
  ["DAY", part("DAY", (date) => civilOf(date).day)],
  [
    "DATEDIFF",
    (args, env) => {
      const from = dateAt("DATEDIFF", args, 0, env)
      const to = dateAt("DATEDIFF", args, 1, env)
      return from && to && differenceOfDates(to, from, "day")
    },
  ],
  [
    "DATEADD",
    (args, env) => {
      const date = dateAt("DATEADD", args, 0, env)
      return date && addToDate(env.zone, date, numberAt("DATEADD", args, 1, env), "day")
    },
  ],
])
