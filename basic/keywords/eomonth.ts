import { addToDate } from "../dates/add.ts"
import { daysFromCivil, daysInMonth, msPerDay } from "../dates/civil.ts"
import { civilOf, dateFromLocal } from "../dates/zone.ts"
import { dateAt, wholeAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const eomonth = defineFunction({
  name: "EOMONTH",
  forms: ["EOMONTH({date}[, {months}])"],
  arity: [1, 2],
  group: "date",
  summary: "Gives the last day of the month of a date, or of some months later.",
  params: {
    date: { kind: "any", doc: "The date." },
    months: { kind: "number", doc: "How many months later; 0 when left out." },
  },
  result: "date",
  raises: ["basic.not_a_date", "basic.not_a_number", "basic.wrong_type", "basic.no_result"],
  example: 'PRINT EOMONTH("2025-02-10")',
  evaluate: (args, env) => {
    const date = dateAt("EOMONTH", args, 0, env)
    if (!date) return null
    const moved = addToDate(env.zone, date, wholeAt("EOMONTH", args, 1, env), "month")
    if (!moved) return env.fail("basic.no_result", { name: "EOMONTH" })
    const { year, month } = civilOf(moved)
    const lastDay = daysFromCivil(year, month, daysInMonth(year, month))
    return dateFromLocal(env.zone, lastDay * msPerDay, false)
  },
})
