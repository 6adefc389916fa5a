import { textAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const rtrim = defineFunction({
  name: "RTRIM",
  forms: ["RTRIM({text})"],
  arity: [1, 1],
  asMethod: ["rtrim", "trimend"],
  group: "text",
  summary: "Removes blanks and line breaks from the end of a text.",
  params: {
    text: { kind: "text", doc: "The text." },
  },
  result: "text",
  raises: [],
  example: 'PRINT RTRIM("hi  ")',
  evaluate: (args, env) => textAt(args, 0, env).trimEnd(),
})
