import { valueAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const isnumber = defineFunction({
  name: "ISNUMBER",
  forms: ["ISNUMBER({value})"],
  aliases: ["IS_NUMBER"],
  arity: [1, 1],
  group: "test",
  summary: "Says whether a value is a number, not a text that reads as one.",
  params: {
    value: { kind: "any", doc: "The value." },
  },
  result: "boolean",
  raises: [],
  example: "PRINT ISNUMBER(1)",
  evaluate: (args) => typeof valueAt(args, 0) === "number",
})
