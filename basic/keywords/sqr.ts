import { makeNumber, numberAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const sqr = defineFunction({
  name: "SQR",
  forms: ["SQR({number})"],
  aliases: ["SQRT"],
  arity: [1, 1],
  group: "number",
  summary: "Gives the square root of a number.",
  params: {
    number: { kind: "number", doc: "The number." },
  },
  result: "number",
  raises: ["basic.not_a_number", "basic.wrong_type", "basic.no_result"],
  example: "PRINT SQR(9)",
  evaluate: (args, env) => makeNumber("SQR", Math.sqrt(numberAt("SQR", args, 0, env)), env),
})
