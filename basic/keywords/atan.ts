import { makeNumber, numberAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const atan = defineFunction({
  name: "ATAN",
  forms: ["ATAN({number})"],
  aliases: ["ATN"],
  arity: [1, 1],
  group: "number",
  summary: "Gives the angle, in radians, that has a tangent.",
  params: {
    number: { kind: "number", doc: "The number." },
  },
  result: "number",
  raises: ["basic.not_a_number", "basic.wrong_type", "basic.no_result"],
  example: "PRINT ATAN(0)",
  evaluate: (args, env) => makeNumber("ATAN", Math.atan(numberAt("ATAN", args, 0, env)), env),
})
