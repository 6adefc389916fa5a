import { makeNumber, numberAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const exp = defineFunction({
  name: "EXP",
  forms: ["EXP({number})"],
  arity: [1, 1],
  group: "number",
  summary: "Raises e to a power.",
  params: {
    number: { kind: "number", doc: "The number." },
  },
  result: "number",
  raises: ["basic.not_a_number", "basic.wrong_type", "basic.no_result"],
  example: "PRINT EXP(0)",
  evaluate: (args, env) => makeNumber("EXP", Math.exp(numberAt("EXP", args, 0, env)), env),
})
