import { listAt, wholeAt } from "../functions/arguments.ts"
import { ListValue } from "../vm/value.ts"
import { defineFunction } from "./define.ts"

export const splice = defineFunction({
  name: "SPLICE",
  forms: ["SPLICE({list}, {start}[, {count}[, {elements}]])"],
  arity: [2, Number.POSITIVE_INFINITY],
  asMethod: ["splice"],
  group: "list",
  summary: "Removes elements from a list, puts others in their place, and gives the removed ones.",
  params: {
    list: { kind: "any", doc: "The list." },
    start: { kind: "number", doc: "Where to begin, counted from 0; negative counts from the end." },
    count: { kind: "number", doc: "How many to remove; all the rest when left out." },
    elements: { kind: "any", doc: "What to put there." },
  },
  result: "list",
  raises: ["basic.not_a_number", "basic.wrong_type"],
  example: "a = [7, 8, 9]\nx = a.splice(1, 1)\nPRINT a",
  evaluate: (args, env) => {
    const list = listAt("SPLICE", args, 0, env)
    const start = wholeAt("SPLICE", args, 1, env)
    const count = args.length < 3 ? list.items.length : wholeAt("SPLICE", args, 2, env)
    env.needCells(args.length + Math.min(list.items.length, Math.max(0, count)))
    env.spend(list.items.length >> 3)
    return new ListValue(list.items.splice(start, count, ...args.slice(3)))
  },
})
