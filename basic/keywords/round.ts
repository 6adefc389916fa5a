import { roundNumber } from "../format/round-number.ts"
import { numberAt, wholeAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const round = defineFunction({
  name: "ROUND",
  forms: ["ROUND({number}[, {places}])"],
  arity: [1, 2],
  group: "number",
  summary: "Rounds a number, halves away from zero.",
  params: {
    number: { kind: "number", doc: "The number." },
    places: { kind: "number", doc: "Decimal places; 0 when left out." },
  },
  result: "number",
  raises: ["basic.not_a_number", "basic.wrong_type"],
  example: "PRINT ROUND(2.345, 2)",
  evaluate: (args, env) =>
    roundNumber(numberAt("ROUND", args, 0, env), wholeAt("ROUND", args, 1, env)),
})
