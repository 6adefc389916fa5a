import { makeNumber, numberAt } from "../functions/arguments.ts"
import { DurationValue } from "../vm/value.ts"
import { defineFunction } from "./define.ts"

export const days = defineFunction({
  name: "DAYS",
  forms: ["DAYS({count})"],
  arity: [1, 1],
  group: "date",
  summary: "Makes a length of time in days, to add to or take from a date.",
  params: {
    count: { kind: "number", doc: "How many days." },
  },
  result: "any",
  raises: ["basic.not_a_number", "basic.wrong_type", "basic.no_result"],
  example: "PRINT NOW() - DAYS(2) < NOW()",
  evaluate: (args, env) =>
    new DurationValue(makeNumber("DAYS", numberAt("DAYS", args, 0, env) * 86_400, env)),
})
