import { makeNumber, numberAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const sin = defineFunction({
  name: "SIN",
  forms: ["SIN({number})"],
  arity: [1, 1],
  group: "number",
  summary: "Gives the sine of an angle in radians.",
  params: {
    number: { kind: "number", doc: "The number." },
  },
  result: "number",
  raises: ["basic.not_a_number", "basic.wrong_type", "basic.no_result"],
  example: "PRINT SIN(0)",
  evaluate: (args, env) => makeNumber("SIN", Math.sin(numberAt("SIN", args, 0, env)), env),
})
