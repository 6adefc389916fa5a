import { valueAt } from "../functions/arguments.ts"
import { isNothing } from "../vm/truth.ts"
import { defineFunction } from "./define.ts"

export const isnull = defineFunction({
  name: "ISNULL",
  forms: ["ISNULL({value})"],
  aliases: ["IS_NULL"],
  arity: [1, 1],
  group: "test",
  summary: "Says whether a value is nothing.",
  params: {
    value: { kind: "any", doc: "The value." },
  },
  result: "boolean",
  raises: [],
  example: "PRINT ISNULL(NULL)",
  evaluate: (args) => valueAt(args, 0) !== "" && isNothing(valueAt(args, 0)),
})
