import { makeNumber, numberAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const log10 = defineFunction({
  name: "LOG10",
  forms: ["LOG10({number})"],
  arity: [1, 1],
  group: "number",
  summary: "Gives the logarithm of a number to the base 10.",
  params: {
    number: { kind: "number", doc: "The number." },
  },
  result: "number",
  raises: ["basic.not_a_number", "basic.wrong_type", "basic.no_result"],
  example: "PRINT LOG10(1000)",
  evaluate: (args, env) => makeNumber("LOG10", Math.log10(numberAt("LOG10", args, 0, env)), env),
})
