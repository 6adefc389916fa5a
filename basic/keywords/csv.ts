import { printCsv } from "../format/print-csv.ts"
import { valueAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const csv = defineFunction({
  name: "CSV",
  forms: ["CSV({rows})"],
  arity: [1, 1],
  group: "format",
  summary: "Prints rows as CSV; objects get a heading.",
  params: {
    rows: { kind: "any", doc: "A list of objects or of lists." },
  },
  result: "text",
  raises: ["basic.nested_too_deep"],
  example: 'PRINT CSV([{ "a": 1, "b": 2 }])',
  evaluate: (args, env) => printCsv(valueAt(args, 0), env),
})
