import { takeFirst } from "../functions/ends.ts"
import { defineFunction } from "./define.ts"

export const first = defineFunction({
  name: "FIRST",
  forms: ["FIRST({list}[, {count}])"],
  arity: [1, 2],
  isPrefix: true,
  binding: "tight",
  asMethod: ["first"],
  group: "list",
  summary: "Gives the first element of a list or the first word of a text, or several.",
  params: {
    list: { kind: "any", doc: "The list or text." },
    count: { kind: "number", doc: "How many; without it, one element on its own." },
  },
  result: "any",
  raises: ["basic.not_a_number", "basic.wrong_type"],
  example: 'PRINT FIRST("Ana Lima")',
  evaluate: (args, env) => takeFirst("FIRST", args, env),
})
