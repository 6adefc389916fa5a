import { numberAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const sgn = defineFunction({
  name: "SGN",
  forms: ["SGN({number})"],
  arity: [1, 1],
  group: "number",
  summary: "Gives -1, 0 or 1 by the sign of a number.",
  params: {
    number: { kind: "number", doc: "The number." },
  },
  result: "number",
  raises: ["basic.not_a_number", "basic.wrong_type"],
  example: "PRINT SGN(-3)",
  evaluate: (args, env) => Math.sign(numberAt("SGN", args, 0, env)) + 0,
})
