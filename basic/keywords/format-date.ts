import { formatDate as printByPattern } from "../format/format-date.ts"
import { dateAt, textAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const formatDate = defineFunction({
  name: "FORMAT_DATE",
  forms: ["FORMAT_DATE({date}[, {pattern}])"],
  arity: [1, 2],
  group: "format",
  summary: "Prints a date by a pattern, as 2025-01-31 when none is given.",
  params: {
    date: { kind: "any", doc: "The date." },
    pattern: { kind: "text", doc: 'Letters as in "DD/MM/YYYY HH:mm".' },
  },
  result: "text",
  raises: ["basic.not_a_date"],
  example: 'PRINT FORMAT_DATE("2025-01-31", "DD/MM/YYYY")',
  evaluate: (args, env) => {
    const date = dateAt("FORMAT_DATE", args, 0, env)
    return date ? printByPattern(date, args.length < 2 ? "yyyy-MM-dd" : textAt(args, 1, env)) : ""
  },
})
