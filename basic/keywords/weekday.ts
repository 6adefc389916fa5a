import { msPerDay, weekdayOfDays } from "../dates/civil.ts"
import { readNow } from "../dates/start-of-day.ts"
import { localMsOf } from "../dates/zone.ts"
import { dateAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const weekday = defineFunction({
  name: "WEEKDAY",
  forms: ["WEEKDAY([{date}])"],
  arity: [0, 1],
  asMethod: ["weekday"],
  group: "date",
  summary: "Gives the day of the week, 1 for Sunday to 7 for Saturday.",
  params: {
    date: { kind: "any", doc: "The date; now when left out." },
  },
  result: "number",
  raises: ["basic.not_a_date"],
  example: 'PRINT WEEKDAY("2025-01-31")',
  evaluate: (args, env) => {
    const date = args.length === 0 ? readNow(env) : dateAt("WEEKDAY", args, 0, env)
    return date && weekdayOfDays(Math.floor(localMsOf(date) / msPerDay))
  },
})
