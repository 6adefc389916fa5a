import { takeLast } from "../functions/ends.ts"
import { defineFunction } from "./define.ts"

export const last = defineFunction({
  name: "LAST",
  forms: ["LAST({list}[, {count}])"],
  arity: [1, 2],
  isPrefix: true,
  binding: "tight",
  asMethod: ["last"],
  group: "list",
  summary: "Gives the last element of a list or the last word of a text, or several.",
  params: {
    list: { kind: "any", doc: "The list or text." },
    count: { kind: "number", doc: "How many; without it, one element on its own." },
  },
  result: "any",
  raises: ["basic.not_a_number", "basic.wrong_type"],
  example: 'PRINT LAST("Ana Lima")',
  evaluate: (args, env) => takeLast("LAST", args, env),
})
