import { textAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const asc = defineFunction({
  name: "ASC",
  forms: ["ASC({text})"],
  arity: [1, 1],
  group: "text",
  summary: "Gives the code of the first character of a text; 0 for empty text.",
  params: {
    text: { kind: "text", doc: "The text." },
  },
  result: "number",
  raises: [],
  example: 'PRINT ASC("A")',
  evaluate: (args, env) => textAt(args, 0, env).codePointAt(0) ?? 0,
})
