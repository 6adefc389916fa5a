import { makeNumber, numberAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const tan = defineFunction({
  name: "TAN",
  forms: ["TAN({number})"],
  arity: [1, 1],
  group: "number",
  summary: "Gives the tangent of an angle in radians.",
  params: {
    number: { kind: "number", doc: "The number." },
  },
  result: "number",
  raises: ["basic.not_a_number", "basic.wrong_type", "basic.no_result"],
  example: "PRINT TAN(0)",
  evaluate: (args, env) => makeNumber("TAN", Math.tan(numberAt("TAN", args, 0, env)), env),
})
