import { itemsAt, makeList } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const tail = defineFunction({
  name: "TAIL",
  forms: ["TAIL({list})"],
  arity: [1, 1],
  group: "list",
  summary: "Gives all elements of a list but the first.",
  params: {
    list: { kind: "any", doc: "The list." },
  },
  result: "list",
  raises: ["basic.wrong_type"],
  example: "PRINT TAIL([7, 8, 9])",
  evaluate: (args, env) => makeList(itemsAt("TAIL", args, 0, env).slice(1), env),
})
