import { valueAt } from "../functions/arguments.ts"
import { lengthOf } from "../functions/length.ts"
import { defineFunction } from "./define.ts"

export const len = defineFunction({
  name: "LEN",
  forms: ["LEN({value})"],
  aliases: ["LENGTH"],
  arity: [1, 1],
  asMethod: ["length", "len"],
  group: "text",
  summary: "Counts the characters of a text, the elements of a list or the fields of an object.",
  params: {
    value: { kind: "any", doc: "The text, list or object to count." },
  },
  result: "number",
  raises: [],
  example: 'PRINT LEN("Botwright")',
  evaluate: (args, env) => lengthOf(valueAt(args, 0), env),
})
