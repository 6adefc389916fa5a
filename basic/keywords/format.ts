import { formatValue } from "../format/format-value.ts"
import { toText } from "../format/to-text.ts"
import { makeText, textAt, valueAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const format = defineFunction({
  name: "FORMAT",
  forms: ["FORMAT({value}[, {pattern}])", "FORMAT {value} AS {pattern}"],
  arity: [1, 2],
  isPrefix: true,
  binding: "tight",
  asMethod: ["format"],
  group: "format",
  summary: "Turns a value into text, by a pattern for dates, numbers or text.",
  params: {
    value: { kind: "any", doc: "The value." },
    pattern: {
      kind: "text",
      doc: 'The pattern, for example "#,##0.00" or "DD/MM/YYYY"; JSON serialises.',
      words: ["JSON"],
    },
  },
  result: "text",
  raises: [],
  example: 'PRINT FORMAT(1234.5, "#,##0.00")',
  evaluate: (args, env) =>
    args.length < 2
      ? toText(valueAt(args, 0), env)
      : makeText(formatValue(valueAt(args, 0), textAt(args, 1, env), env), env),
})
