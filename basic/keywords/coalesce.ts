import { isNothing } from "../vm/truth.ts"
import { defineFunction } from "./define.ts"

export const coalesce = defineFunction({
  name: "COALESCE",
  forms: ["COALESCE({values})"],
  aliases: ["NVL", "IFNULL"],
  arity: [1, Number.POSITIVE_INFINITY],
  group: "test",
  summary: "Gives the first of its operands that is not nothing.",
  params: {
    values: { kind: "expressions", doc: "The values, in the order of preference." },
  },
  result: "any",
  raises: [],
  example: 'PRINT COALESCE(NULL, "default")',
  evaluate: (args) => args.find((value) => value === "" || !isNothing(value)) ?? null,
})
