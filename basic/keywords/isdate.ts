import { dateOf, valueAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const isdate = defineFunction({
  name: "ISDATE",
  forms: ["ISDATE({value})"],
  aliases: ["IS_DATE"],
  arity: [1, 1],
  group: "date",
  summary: "Says whether a value is a date or a text that reads as one.",
  params: {
    value: { kind: "any", doc: "The value." },
  },
  result: "boolean",
  raises: [],
  example: 'PRINT ISDATE("2025-02-30")',
  evaluate: (args, env) => {
    const value = valueAt(args, 0)
    return typeof value !== "number" && dateOf(value, env) !== null
  },
})
