import { itemsAt, makeList, wholeAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const take = defineFunction({
  name: "TAKE",
  forms: ["TAKE({list}, {count})"],
  arity: [2, 2],
  group: "list",
  summary: "Gives the first elements of a list.",
  params: {
    list: { kind: "any", doc: "The list." },
    count: { kind: "number", doc: "How many." },
  },
  result: "list",
  raises: ["basic.not_a_number", "basic.wrong_type"],
  example: "PRINT TAKE([7, 8, 9], 2)",
  evaluate: (args, env) => {
    const count = Math.max(0, wholeAt("TAKE", args, 1, env))
    return makeList(itemsAt("TAKE", args, 0, env).slice(0, count), env)
  },
})
