import { valueAt } from "../functions/arguments.ts"
import { ListValue, MapValue } from "../vm/value.ts"
import { defineFunction } from "./define.ts"

export const isempty = defineFunction({
  name: "ISEMPTY",
  forms: ["ISEMPTY({value})"],
  aliases: ["IS_EMPTY"],
  arity: [1, 1],
  group: "test",
  summary: "Says whether a value is nothing, empty text, or a list or object without content.",
  params: {
    value: { kind: "any", doc: "The value." },
  },
  result: "boolean",
  raises: [],
  example: 'PRINT ISEMPTY("")',
  evaluate: (args) => {
    const value = valueAt(args, 0)
    if (value instanceof ListValue) return value.items.length === 0
    return value instanceof MapValue ? value.entries.size === 0 : value === null || value === ""
  },
})
