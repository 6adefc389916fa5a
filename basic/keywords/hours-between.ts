import { differenceOfDates } from "../dates/difference.ts"
import { dateAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const hoursBetween = defineFunction({
  name: "HOURS_BETWEEN",
  forms: ["HOURS_BETWEEN({from}, {to})"],
  arity: [2, 2],
  group: "date",
  summary: "Counts the hours from one date to another.",
  params: {
    from: { kind: "any", doc: "The earlier date." },
    to: { kind: "any", doc: "The later date." },
  },
  result: "number",
  raises: ["basic.not_a_date"],
  example: 'PRINT HOURS_BETWEEN("2025-01-01", "2025-01-03")',
  evaluate: (args, env) => {
    const from = dateAt("HOURS_BETWEEN", args, 0, env)
    const to = dateAt("HOURS_BETWEEN", args, 1, env)
    return from && to && differenceOfDates(from, to, "hour")
  },
})
