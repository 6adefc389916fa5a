import { readNow } from "../dates/start-of-day.ts"
import { civilOf } from "../dates/zone.ts"
import { dateAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const year = defineFunction({
  name: "YEAR",
  forms: ["YEAR([{date}])"],
  arity: [0, 1],
  asMethod: ["year"],
  group: "date",
  summary: "Gives the year of a date.",
  params: {
    date: { kind: "any", doc: "The date; now when left out." },
  },
  result: "number",
  raises: ["basic.not_a_date"],
  example: 'PRINT YEAR("2025-01-31")',
  evaluate: (args, env) => {
    const date = args.length === 0 ? readNow(env) : dateAt("YEAR", args, 0, env)
    return date && civilOf(date).year
  },
})
