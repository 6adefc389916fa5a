import { listAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const pop = defineFunction({
  name: "POP",
  forms: ["POP({list})"],
  arity: [1, 1],
  isPrefix: true,
  binding: "loose",
  asMethod: ["pop"],
  group: "list",
  summary: "Removes the last element of a list and gives it.",
  params: {
    list: { kind: "any", doc: "The list." },
  },
  result: "any",
  raises: ["basic.wrong_type"],
  example: "a = [7, 8]\nPRINT POP(a)",
  evaluate: (args, env) => listAt("POP", args, 0, env).items.pop() ?? null,
})
