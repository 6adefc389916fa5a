import { valueAt, wholeAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const choose = defineFunction({
  name: "CHOOSE",
  forms: ["CHOOSE({index}, {values})"],
  arity: [2, Number.POSITIVE_INFINITY],
  group: "test",
  summary: "Gives the operand at a place, counted from 1; nothing outside of them.",
  params: {
    index: { kind: "number", doc: "The place." },
    values: { kind: "any", doc: "The values to choose from." },
  },
  result: "any",
  raises: ["basic.not_a_number", "basic.wrong_type"],
  example: 'PRINT CHOOSE(2, "a", "b")',
  evaluate: (args, env) => {
    const index = wholeAt("CHOOSE", args, 0, env)
    return index < 1 ? null : valueAt(args, index)
  },
})
