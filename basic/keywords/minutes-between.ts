import { differenceOfDates } from "../dates/difference.ts"
import { dateAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const minutesBetween = defineFunction({
  name: "MINUTES_BETWEEN",
  forms: ["MINUTES_BETWEEN({from}, {to})"],
  arity: [2, 2],
  group: "date",
  summary: "Counts the minutes from one date to another.",
  params: {
    from: { kind: "any", doc: "The earlier date." },
    to: { kind: "any", doc: "The later date." },
  },
  result: "number",
  raises: ["basic.not_a_date"],
  example: 'PRINT MINUTES_BETWEEN("2025-01-01", "2025-01-03")',
  evaluate: (args, env) => {
    const from = dateAt("MINUTES_BETWEEN", args, 0, env)
    const to = dateAt("MINUTES_BETWEEN", args, 1, env)
    return from && to && differenceOfDates(from, to, "minute")
  },
})
