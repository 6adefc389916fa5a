import { valueAt } from "../functions/arguments.ts"
import { lengthOf } from "../functions/length.ts"
import { defineFunction } from "./define.ts"

export const count = defineFunction({
  name: "COUNT",
  forms: ["COUNT({list})"],
  aliases: ["SIZE"],
  arity: [1, 1],
  asMethod: ["count", "size"],
  group: "list",
  summary: "Counts the elements of a list, the fields of an object or the characters of a text.",
  params: {
    list: { kind: "any", doc: "The list." },
  },
  result: "number",
  raises: [],
  example: "PRINT COUNT([7, 8, 9])",
  evaluate: (args, env) => lengthOf(valueAt(args, 0), env),
})
