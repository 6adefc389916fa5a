import { makeNumber } from "../functions/arguments.ts"
import { numbersOf } from "../functions/numbers-in-list.ts"
import { defineFunction } from "./define.ts"

export const sum = defineFunction({
  name: "SUM",
  forms: ["SUM({list}[, {field}])"],
  arity: [1, 2],
  group: "list",
  summary: "Adds up the numbers of a list.",
  params: {
    list: { kind: "any", doc: "The list." },
    field: {
      kind: "text",
      doc: "The field of the objects in the list; the elements themselves when left out.",
    },
  },
  result: "number",
  raises: ["basic.not_a_number", "basic.wrong_type", "basic.no_result"],
  example: 'PRINT SUM([{ "n": 1 }, { "n": 2 }], "n")',
  evaluate: (args, env) =>
    makeNumber(
      "SUM",
      numbersOf("SUM", args, env).reduce((total, number) => total + number, 0),
      env,
    ),
})
