import { makeNumber, numberAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const pow = defineFunction({
  name: "POW",
  forms: ["POW({base}, {exponent})"],
  aliases: ["POWER"],
  arity: [2, 2],
  group: "number",
  summary: "Raises a number to a power.",
  params: {
    base: { kind: "number", doc: "The number." },
    exponent: { kind: "number", doc: "The power." },
  },
  result: "number",
  raises: ["basic.not_a_number", "basic.wrong_type", "basic.no_result"],
  example: "PRINT POW(2, 10)",
  evaluate: (args, env) =>
    makeNumber("POW", numberAt("POW", args, 0, env) ** numberAt("POW", args, 1, env), env),
})
