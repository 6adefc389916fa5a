import { printSpreadsheet } from "../format/print-spreadsheet.ts"
import { valueAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const excel = defineFunction({
  name: "EXCEL",
  forms: ["EXCEL({rows})"],
  arity: [1, 1],
  group: "format",
  summary: "Prints rows as a workbook that spreadsheet programs open (XML).",
  params: {
    rows: { kind: "any", doc: "A list of objects or of lists." },
  },
  result: "text",
  raises: ["basic.nested_too_deep"],
  example: 'PRINT LEN(EXCEL([{ "a": 1 }])) > 100',
  evaluate: (args, env) => printSpreadsheet(valueAt(args, 0), env),
})
