import { makeText, textAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const lcase = defineFunction({
  name: "LCASE",
  forms: ["LCASE({text})"],
  aliases: ["LOWER", "LOWERCASE"],
  arity: [1, 1],
  asMethod: ["lcase", "lower", "tolowercase"],
  group: "text",
  summary: "Turns a text into small letters.",
  params: {
    text: { kind: "text", doc: "The text." },
  },
  result: "text",
  raises: [],
  example: 'PRINT LCASE("HELLO")',
  evaluate: (args, env) => makeText(textAt(args, 0, env).toLowerCase(), env),
})
