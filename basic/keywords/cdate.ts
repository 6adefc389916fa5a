import { dateAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const cdate = defineFunction({
  name: "CDATE",
  forms: ["CDATE({text})"],
  arity: [1, 1],
  group: "date",
  summary: "Reads a date, with its time of day if there is one, from text.",
  params: {
    text: { kind: "any", doc: 'The text, for example "2025-01-31 14:30".' },
  },
  result: "date",
  raises: ["basic.not_a_date"],
  example: 'PRINT CDATE("2025-01-31 14:30")',
  evaluate: (args, env) => dateAt("CDATE", args, 0, env),
})
