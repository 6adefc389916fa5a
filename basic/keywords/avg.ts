import { makeNumber } from "../functions/arguments.ts"
import { numbersOf } from "../functions/numbers-in-list.ts"
import { defineFunction } from "./define.ts"

export const avg = defineFunction({
  name: "AVG",
  forms: ["AVG({list}[, {field}])"],
  aliases: ["AVERAGE"],
  arity: [1, 2],
  group: "list",
  summary: "Gives the average of the numbers of a list; nothing when it is empty.",
  params: {
    list: { kind: "any", doc: "The list." },
    field: {
      kind: "text",
      doc: "The field of the objects in the list; the elements themselves when left out.",
    },
  },
  result: "number",
  raises: ["basic.not_a_number", "basic.wrong_type", "basic.no_result"],
  example: "PRINT AVG([1, 2, 6])",
  evaluate: (args, env) => {
    const numbers = numbersOf("AVG", args, env)
    const total = numbers.reduce((sum, number) => sum + number, 0)
    return numbers.length === 0 ? null : makeNumber("AVG", total / numbers.length, env)
  },
})
