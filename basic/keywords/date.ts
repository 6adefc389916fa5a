import { daysFromCivil, isCivilDate, msPerDay } from "../dates/civil.ts"
import { readToday, startOfDay } from "../dates/start-of-day.ts"
import { dateFromLocal } from "../dates/zone.ts"
import { dateAt, wholeAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const dateFunction = defineFunction({
  name: "DATE",
  forms: ["DATE([{year}, {month}, {day}])"],
  arity: [0, 3],
  group: "date",
  summary: "Gives today, the day of a date, or the date of a year, month and day.",
  params: {
    year: { kind: "any", doc: "The year; alone, a date whose time of day is dropped." },
    month: { kind: "number", doc: "The month, 1 to 12." },
    day: { kind: "number", doc: "The day of the month." },
  },
  result: "date",
  raises: ["basic.not_a_date", "basic.not_a_number", "basic.wrong_type"],
  example: "PRINT DATE(2025, 1, 31)",
  evaluate: (args, env) => {
    if (args.length === 0) return readToday(env)
    if (args.length < 3) {
      const date = dateAt("DATE", args, 0, env)
      return date && startOfDay(date, env)
    }
    const [year, month, day] = [0, 1, 2].map((index) => wholeAt("DATE", args, index, env)) as [
      number,
      number,
      number,
    ]
    if (!isCivilDate(year, month, day)) {
      env.fail("basic.not_a_date", { name: "DATE", found: `${year}-${month}-${day}` })
    }
    return dateFromLocal(env.zone, daysFromCivil(year, month, day) * msPerDay, false)
  },
})
