import { itemsAt } from "../functions/arguments.ts"
import { ListValue } from "../vm/value.ts"
import { defineFunction } from "./define.ts"

export const append = defineFunction({
  name: "APPEND",
  forms: ["APPEND({list}, {element})"],
  arity: [2, Number.POSITIVE_INFINITY],
  group: "list",
  summary: "Gives a new list with elements added to the end.",
  params: {
    list: { kind: "any", doc: "The list." },
    element: { kind: "any", doc: "The element." },
  },
  result: "list",
  raises: ["basic.wrong_type"],
  example: 'PRINT APPEND(["a"], "b")',
  evaluate: (args, env) => {
    const items = itemsAt("APPEND", args, 0, env)
    env.needCells(items.length + args.length - 1)
    return new ListValue([...items, ...args.slice(1)])
  },
})
