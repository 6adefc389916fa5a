import { parseCsv as readCsv } from "../format/parse-csv.ts"
import { textAt, valueAt } from "../functions/arguments.ts"
import { isTruthy } from "../vm/truth.ts"
import { defineFunction } from "./define.ts"

export const parseCsv = defineFunction({
  name: "PARSE_CSV",
  forms: ["PARSE_CSV({text}[, {heading}])"],
  arity: [1, 2],
  group: "format",
  summary: "Reads rows from CSV text: objects by the names in its first line.",
  params: {
    text: { kind: "text", doc: "The text." },
    heading: {
      kind: "boolean",
      doc: "FALSE when the first line is a row like the others; then each row is a list.",
    },
  },
  result: "list",
  raises: [],
  example: 'PRINT PARSE_CSV("a,b" + CHR(10) + "1,2")[0].b',
  evaluate: (args, env) =>
    readCsv(textAt(args, 0, env), args.length < 2 || isTruthy(valueAt(args, 1)), env),
})
