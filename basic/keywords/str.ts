import { textAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const str = defineFunction({
  name: "STR",
  forms: ["STR({value})"],
  aliases: ["CSTR"],
  arity: [1, 1],
  asMethod: ["tostring"],
  group: "text",
  summary: "Turns a value into text.",
  params: {
    value: { kind: "any", doc: "The value." },
  },
  result: "text",
  raises: [],
  example: 'PRINT STR(12.5) + "!"',
  evaluate: (args, env) => textAt(args, 0, env),
})
