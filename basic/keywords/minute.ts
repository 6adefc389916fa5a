import { readNow } from "../dates/start-of-day.ts"
import { civilOf } from "../dates/zone.ts"
import { readClock } from "../functions/date-operands.ts"
import { defineFunction } from "./define.ts"

export const minute = defineFunction({
  name: "MINUTE",
  forms: ["MINUTE([{date}])"],
  arity: [0, 1],
  asMethod: ["minute"],
  group: "date",
  summary: 'Gives the minute of a date or of a time such as "14:30".',
  params: {
    date: { kind: "any", doc: "The date; now when left out." },
  },
  result: "number",
  raises: ["basic.not_a_date"],
  example: 'PRINT MINUTE("2025-01-31 14:30:15")',
  evaluate: (args, env) =>
    args.length === 0 ? civilOf(readNow(env)).minute : readClock("MINUTE", args, "minute", env),
})
