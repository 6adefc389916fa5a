import { numberAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const floor = defineFunction({
  name: "FLOOR",
  forms: ["FLOOR({number})"],
  arity: [1, 1],
  group: "number",
  summary: "Rounds a number down.",
  params: {
    number: { kind: "number", doc: "The number." },
  },
  result: "number",
  raises: ["basic.not_a_number", "basic.wrong_type"],
  example: "PRINT FLOOR(-3.1)",
  evaluate: (args, env) => Math.floor(numberAt("FLOOR", args, 0, env)) + 0,
})
