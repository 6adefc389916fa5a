import { numberAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const abs = defineFunction({
  name: "ABS",
  forms: ["ABS({number})"],
  arity: [1, 1],
  group: "number",
  summary: "Removes the sign of a number.",
  params: {
    number: { kind: "number", doc: "The number." },
  },
  result: "number",
  raises: ["basic.not_a_number", "basic.wrong_type"],
  example: "PRINT ABS(-3)",
  evaluate: (args, env) => Math.abs(numberAt("ABS", args, 0, env)),
})
