import { numberAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const ceil = defineFunction({
  name: "CEIL",
  forms: ["CEIL({number})"],
  aliases: ["CEILING"],
  arity: [1, 1],
  group: "number",
  summary: "Rounds a number up.",
  params: {
    number: { kind: "number", doc: "The number." },
  },
  result: "number",
  raises: ["basic.not_a_number", "basic.wrong_type"],
  example: "PRINT CEIL(3.1)",
  evaluate: (args, env) => Math.ceil(numberAt("CEIL", args, 0, env)) + 0,
})
