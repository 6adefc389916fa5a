import { itemsAt, makeList, wholeAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const drop = defineFunction({
  name: "DROP",
  forms: ["DROP({list}, {count})"],
  arity: [2, 2],
  group: "list",
  summary: "Gives a list without its first elements.",
  params: {
    list: { kind: "any", doc: "The list." },
    count: { kind: "number", doc: "How many." },
  },
  result: "list",
  raises: ["basic.not_a_number", "basic.wrong_type"],
  example: "PRINT DROP([7, 8, 9], 2)",
  evaluate: (args, env) => {
    const count = Math.max(0, wholeAt("DROP", args, 1, env))
    return makeList(itemsAt("DROP", args, 0, env).slice(count), env)
  },
})
