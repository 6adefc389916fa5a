import { readNow } from "../dates/start-of-day.ts"
import { civilOf } from "../dates/zone.ts"
import { dateAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const month = defineFunction({
  name: "MONTH",
  forms: ["MONTH([{date}])"],
  arity: [0, 1],
  asMethod: ["month"],
  group: "date",
  summary: "Gives the month of a date.",
  params: {
    date: { kind: "any", doc: "The date; now when left out." },
  },
  result: "number",
  raises: ["basic.not_a_date"],
  example: 'PRINT MONTH("2025-01-31")',
  evaluate: (args, env) => {
    const date = args.length === 0 ? readNow(env) : dateAt("MONTH", args, 0, env)
    return date && civilOf(date).month
  },
})
