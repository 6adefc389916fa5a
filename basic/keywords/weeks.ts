import { makeNumber, numberAt } from "../functions/arguments.ts"
import { DurationValue } from "../vm/value.ts"
import { defineFunction } from "./define.ts"

export const weeks = defineFunction({
  name: "WEEKS",
  forms: ["WEEKS({count})"],
  arity: [1, 1],
  group: "date",
  summary: "Makes a length of time in weeks, to add to or take from a date.",
  params: {
    count: { kind: "number", doc: "How many weeks." },
  },
  result: "any",
  raises: ["basic.not_a_number", "basic.wrong_type", "basic.no_result"],
  example: "PRINT NOW() - WEEKS(2) < NOW()",
  evaluate: (args, env) =>
    new DurationValue(makeNumber("WEEKS", numberAt("WEEKS", args, 0, env) * 604_800, env)),
})
