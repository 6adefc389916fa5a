import { textAt, valueAt } from "../functions/arguments.ts"
import { calculateFormula } from "../functions/formula.ts"
import { defineFunction } from "./define.ts"

export const calculate = defineFunction({
  name: "CALCULATE",
  forms: ["CALCULATE({formula}[, {values}])"],
  arity: [1, 2],
  isPrefix: true,
  group: "number",
  summary: "Works out a formula that is given as text.",
  params: {
    formula: { kind: "text", doc: 'The formula, for example "price * (1 + rate)".' },
    values: { kind: "map", doc: "An object with the values that the formula names." },
  },
  result: "number",
  raises: ["basic.bad_formula", "basic.division_by_zero", "basic.not_a_number"],
  example: 'PRINT CALCULATE("price * (1 + rate)", { "price": 10, "rate": 0.2 })',
  evaluate: (args, env) => calculateFormula(textAt(args, 0, env), valueAt(args, 1), env),
})
