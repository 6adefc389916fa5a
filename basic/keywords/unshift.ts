import { listAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const unshift = defineFunction({
  name: "UNSHIFT",
  forms: ["UNSHIFT({list}, {element})"],
  arity: [2, Number.POSITIVE_INFINITY],
  isPrefix: true,
  binding: "loose",
  asMethod: ["unshift"],
  group: "list",
  summary: "Adds elements to the start of a list, changing it, and gives the list.",
  params: {
    list: { kind: "any", doc: "The list." },
    element: { kind: "any", doc: "The element." },
  },
  result: "list",
  raises: ["basic.wrong_type"],
  example: "a = [7]\nUNSHIFT(a, 6)\nPRINT a",
  evaluate: (args, env) => {
    const list = listAt("UNSHIFT", args, 0, env)
    env.needCells(args.length - 1)
    env.spend(list.items.length >> 1)
    list.items = [...args.slice(1), ...list.items]
    return list
  },
})
