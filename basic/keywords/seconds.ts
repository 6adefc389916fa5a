import { makeNumber, numberAt } from "../functions/arguments.ts"
import { DurationValue } from "../vm/value.ts"
import { defineFunction } from "./define.ts"

export const seconds = defineFunction({
  name: "SECONDS",
  forms: ["SECONDS({count})"],
  arity: [1, 1],
  group: "date",
  summary: "Makes a length of time in seconds, to add to or take from a date.",
  params: {
    count: { kind: "number", doc: "How many seconds." },
  },
  result: "any",
  raises: ["basic.not_a_number", "basic.wrong_type", "basic.no_result"],
  example: "PRINT NOW() - SECONDS(2) < NOW()",
  evaluate: (args, env) =>
    new DurationValue(makeNumber("SECONDS", numberAt("SECONDS", args, 0, env) * 1, env)),
})
