import { valueAt } from "../functions/arguments.ts"
import { isTruthy } from "../vm/truth.ts"
import { defineFunction } from "./define.ts"

export const iif = defineFunction({
  name: "IIF",
  forms: ["IIF({condition}, {yes}[, {no}])"],
  arity: [2, 3],
  group: "test",
  summary: "Gives one of two values; only the chosen one is computed.",
  params: {
    condition: { kind: "any", doc: "The condition." },
    yes: { kind: "any", doc: "The value when it holds." },
    no: { kind: "any", doc: "The value when it does not." },
  },
  result: "any",
  raises: [],
  example: 'PRINT IIF(2 > 1, "yes", "no")',
  evaluate: (args) => valueAt(args, isTruthy(valueAt(args, 0)) ? 1 : 2),
})
