import { numberAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const mod = defineFunction({
  name: "MOD",
  forms: ["MOD({number}, {divisor})"],
  arity: [2, 2],
  group: "number",
  summary: "Gives what is left after a division, with the sign of the number.",
  params: {
    number: { kind: "number", doc: "The number." },
    divisor: { kind: "number", doc: "What to divide by." },
  },
  result: "number",
  raises: ["basic.not_a_number", "basic.wrong_type", "basic.division_by_zero"],
  example: "PRINT MOD(7, 3)",
  evaluate: (args, env) => {
    const divisor = numberAt("MOD", args, 1, env)
    if (divisor === 0) env.fail("basic.division_by_zero")
    return (numberAt("MOD", args, 0, env) % divisor) + 0
  },
})
