import { defineFunction } from "./define.ts"

export const lbound = defineFunction({
  name: "LBOUND",
  forms: ["LBOUND({list})"],
  arity: [1, 1],
  group: "list",
  summary: "Gives the first index of a list: 0.",
  params: {
    list: { kind: "any", doc: "The list." },
  },
  result: "number",
  raises: [],
  example: "PRINT LBOUND([7, 8])",
  evaluate: () => 0,
})
