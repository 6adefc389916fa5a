import { listAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const shift = defineFunction({
  name: "SHIFT",
  forms: ["SHIFT({list})"],
  arity: [1, 1],
  isPrefix: true,
  binding: "loose",
  asMethod: ["shift"],
  group: "list",
  summary: "Removes the first element of a list and gives it.",
  params: {
    list: { kind: "any", doc: "The list." },
  },
  result: "any",
  raises: ["basic.wrong_type"],
  example: "a = [7, 8]\nPRINT SHIFT(a)",
  evaluate: (args, env) => {
    const list = listAt("SHIFT", args, 0, env)
    env.spend(list.items.length >> 3)
    return list.items.shift() ?? null
  },
})
