import { listAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const push = defineFunction({
  name: "PUSH",
  forms: [
    "PUSH({list}, {element})",
    "APPEND {list}, {element}",
    "PUSH {element} TO {list}",
    "APPEND {element} TO {list}",
  ],
  arity: [2, Number.POSITIVE_INFINITY],
  isPrefix: true,
  binding: "loose",
  asMethod: ["push", "append", "add"],
  group: "list",
  summary: "Adds elements to the end of a list, changing it, and gives the list.",
  params: {
    list: { kind: "any", doc: "The list." },
    element: { kind: "any", doc: "The element." },
  },
  result: "list",
  raises: ["basic.wrong_type"],
  example: 'tags = ["a"]\ntags.PUSH("b")\nPRINT tags',
  evaluate: (args, env) => {
    const list = listAt("PUSH", args, 0, env)
    env.needCells(args.length - 1)
    for (const element of args.slice(1)) list.items.push(element)
    return list
  },
})
