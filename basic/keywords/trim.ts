import { textAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const trim = defineFunction({
  name: "TRIM",
  forms: ["TRIM({text})"],
  arity: [1, 1],
  asMethod: ["trim"],
  group: "text",
  summary: "Removes blanks and line breaks from both ends of a text.",
  params: {
    text: { kind: "text", doc: "The text." },
  },
  result: "text",
  raises: [],
  example: 'PRINT TRIM("  hi  ")',
  evaluate: (args, env) => textAt(args, 0, env).trim(),
})
