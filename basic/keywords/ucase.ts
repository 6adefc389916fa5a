import { makeText, textAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const ucase = defineFunction({
  name: "UCASE",
  forms: ["UCASE({text})"],
  aliases: ["UPPER", "UPPERCASE"],
  arity: [1, 1],
  asMethod: ["ucase", "upper", "touppercase"],
  group: "text",
  summary: "Turns a text into capital letters.",
  params: {
    text: { kind: "text", doc: "The text." },
  },
  result: "text",
  raises: [],
  example: 'PRINT UCASE("hello")',
  evaluate: (args, env) => makeText(textAt(args, 0, env).toUpperCase(), env),
})
