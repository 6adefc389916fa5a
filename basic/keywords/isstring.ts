import { valueAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const isstring = defineFunction({
  name: "ISSTRING",
  forms: ["ISSTRING({value})"],
  aliases: ["IS_STRING"],
  arity: [1, 1],
  group: "test",
  summary: "Says whether a value is a text.",
  params: {
    value: { kind: "any", doc: "The value." },
  },
  result: "boolean",
  raises: [],
  example: 'PRINT ISSTRING("a")',
  evaluate: (args) => typeof valueAt(args, 0) === "string",
})
