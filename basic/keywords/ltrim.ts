import { textAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const ltrim = defineFunction({
  name: "LTRIM",
  forms: ["LTRIM({text})"],
  arity: [1, 1],
  asMethod: ["ltrim", "trimstart"],
  group: "text",
  summary: "Removes blanks and line breaks from the start of a text.",
  params: {
    text: { kind: "text", doc: "The text." },
  },
  result: "text",
  raises: [],
  example: 'PRINT LTRIM("  hi")',
  evaluate: (args, env) => textAt(args, 0, env).trimStart(),
})
