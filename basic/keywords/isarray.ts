import { valueAt } from "../functions/arguments.ts"
import { ListValue } from "../vm/value.ts"
import { defineFunction } from "./define.ts"

export const isarray = defineFunction({
  name: "ISARRAY",
  forms: ["ISARRAY({value})"],
  aliases: ["IS_ARRAY"],
  arity: [1, 1],
  group: "test",
  summary: "Says whether a value is a list.",
  params: {
    value: { kind: "any", doc: "The value." },
  },
  result: "boolean",
  raises: [],
  example: "PRINT ISARRAY([1])",
  evaluate: (args) => valueAt(args, 0) instanceof ListValue,
})
