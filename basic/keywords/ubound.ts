import { valueAt } from "../functions/arguments.ts"
import { lengthOf } from "../functions/length.ts"
import { defineFunction } from "./define.ts"

export const ubound = defineFunction({
  name: "UBOUND",
  forms: ["UBOUND({list})"],
  arity: [1, 1],
  asMethod: ["ubound"],
  group: "list",
  summary: "Counts the elements of a list, so list[UBOUND(list)] is the place after the last.",
  params: {
    list: { kind: "any", doc: "The list." },
  },
  result: "number",
  raises: [],
  example: "PRINT UBOUND([7, 8])",
  evaluate: (args, env) => lengthOf(valueAt(args, 0), env),
})
