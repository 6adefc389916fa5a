import { makeNumber, numberAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const cos = defineFunction({
  name: "COS",
  forms: ["COS({number})"],
  arity: [1, 1],
  group: "number",
  summary: "Gives the cosine of an angle in radians.",
  params: {
    number: { kind: "number", doc: "The number." },
  },
  result: "number",
  raises: ["basic.not_a_number", "basic.wrong_type", "basic.no_result"],
  example: "PRINT COS(0)",
  evaluate: (args, env) => makeNumber("COS", Math.cos(numberAt("COS", args, 0, env)), env),
})
