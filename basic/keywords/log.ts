import { makeNumber, numberAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const log = defineFunction({
  name: "LOG",
  forms: ["LOG({number})"],
  arity: [1, 1],
  group: "number",
  summary: "Gives the natural logarithm of a number.",
  params: {
    number: { kind: "number", doc: "The number." },
  },
  result: "number",
  raises: ["basic.not_a_number", "basic.wrong_type", "basic.no_result"],
  example: "PRINT LOG(1)",
  evaluate: (args, env) => makeNumber("LOG", Math.log(numberAt("LOG", args, 0, env)), env),
})
