import { startOfDay } from "../dates/start-of-day.ts"
import { dateAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const datevalue = defineFunction({
  name: "DATEVALUE",
  forms: ["DATEVALUE({text})"],
  arity: [1, 1],
  group: "date",
  summary: "Reads a date from text and drops its time of day.",
  params: {
    text: { kind: "any", doc: 'The text, for example "31/01/2025".' },
  },
  result: "date",
  raises: ["basic.not_a_date"],
  example: 'PRINT DATEVALUE("31/01/2025")',
  evaluate: (args, env) => {
    const date = dateAt("DATEVALUE", args, 0, env)
    return date && startOfDay(date, env)
  },
})
