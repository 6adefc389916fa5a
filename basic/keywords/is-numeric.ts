import { parseNumber } from "../format/parse-number.ts"
import { valueAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const isNumeric = defineFunction({
  name: "IS_NUMERIC",
  forms: ["IS_NUMERIC({value})", "IS NUMERIC({value})"],
  aliases: ["ISNUMERIC", "IS NUMERIC"],
  arity: [1, 1],
  group: "test",
  summary: "Says whether a value is a number or a text that reads as one.",
  params: {
    value: { kind: "any", doc: "The value." },
  },
  result: "boolean",
  raises: [],
  example: 'PRINT IS_NUMERIC("12.5")',
  evaluate: (args) => {
    const value = valueAt(args, 0)
    return typeof value === "number" || (typeof value === "string" && parseNumber(value) !== null)
  },
})
