import { differenceOfDates } from "../dates/difference.ts"
import { dateAt } from "../functions/arguments.ts"
import { findUnitOperand } from "../functions/date-operands.ts"
import { defineFunction } from "./define.ts"

export const datediff = defineFunction({
  name: "DATEDIFF",
  forms: ["DATEDIFF({from}, {to}, {unit})", "DATEDIFF({unit}, {from}, {to})"],
  aliases: ["DATE_DIFF"],
  arity: [2, 3],
  isPrefix: true,
  binding: "tight",
  group: "date",
  summary: "Measures the time from one date to another.",
  params: {
    from: { kind: "any", doc: "The earlier date." },
    to: { kind: "any", doc: "The later date; the result is negative when it is not." },
    unit: {
      kind: "any",
      doc: '"day", "week", "month", "year", "hour", "minute" or "second"; days when left out.',
    },
  },
  result: "number",
  raises: ["basic.unknown_date_unit", "basic.not_a_date"],
  example: 'PRINT DATEDIFF("2025-01-01", "2025-01-31", "day")',
  evaluate: (args, env) => {
    const { unit, others } = findUnitOperand("DATEDIFF", args, env)
    const from = dateAt("DATEDIFF", others, 0, env)
    const to = dateAt("DATEDIFF", others, 1, env)
    return from && to && differenceOfDates(from, to, unit)
  },
})
