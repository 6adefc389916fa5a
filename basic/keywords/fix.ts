import { wholeAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const fix = defineFunction({
  name: "FIX",
  forms: ["FIX({number})"],
  arity: [1, 1],
  group: "number",
  summary: "Cuts a number to its whole part.",
  params: {
    number: { kind: "number", doc: "The number." },
  },
  result: "number",
  raises: ["basic.not_a_number", "basic.wrong_type"],
  example: "PRINT FIX(-3.9)",
  evaluate: (args, env) => wholeAt("FIX", args, 0, env),
})
