import { makeNumber, numberAt } from "../functions/arguments.ts"
import { DurationValue } from "../vm/value.ts"
import { defineFunction } from "./define.ts"

export const hours = defineFunction({
  name: "HOURS",
  forms: ["HOURS({count})"],
  arity: [1, 1],
  group: "date",
  summary: "Makes a length of time in hours, to add to or take from a date.",
  params: {
    count: { kind: "number", doc: "How many hours." },
  },
  result: "any",
  raises: ["basic.not_a_number", "basic.wrong_type", "basic.no_result"],
  example: "PRINT NOW() - HOURS(2) < NOW()",
  evaluate: (args, env) =>
    new DurationValue(makeNumber("HOURS", numberAt("HOURS", args, 0, env) * 3600, env)),
})
