import { printJson } from "../format/print-json.ts"
import { valueAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const json = defineFunction({
  name: "JSON",
  forms: ["JSON({value})", "FORMAT JSON {value}"],
  aliases: ["TOJSON", "TO_JSON", "JSON_STRINGIFY"],
  arity: [1, 1],
  group: "format",
  summary: "Prints a value as JSON.",
  params: {
    value: { kind: "any", doc: "The value." },
  },
  result: "text",
  raises: ["basic.nested_too_deep"],
  example: 'PRINT JSON({ "a": [1, TRUE, NULL] })',
  evaluate: (args, env) => printJson(valueAt(args, 0), env),
})
