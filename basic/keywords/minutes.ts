import { makeNumber, numberAt } from "../functions/arguments.ts"
import { DurationValue } from "../vm/value.ts"
import { defineFunction } from "./define.ts"

export const minutes = defineFunction({
  name: "MINUTES",
  forms: ["MINUTES({count})"],
  arity: [1, 1],
  group: "date",
  summary: "Makes a length of time in minutes, to add to or take from a date.",
  params: {
    count: { kind: "number", doc: "How many minutes." },
  },
  result: "any",
  raises: ["basic.not_a_number", "basic.wrong_type", "basic.no_result"],
  example: "PRINT NOW() - MINUTES(2) < NOW()",
  evaluate: (args, env) =>
    new DurationValue(makeNumber("MINUTES", numberAt("MINUTES", args, 0, env) * 60, env)),
})
