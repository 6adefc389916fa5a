import { Growth } from "../format/budget.ts"
import { itemsOf, textAt } from "../functions/arguments.ts"
import { ListValue, type Value } from "../vm/value.ts"
import { defineFunction } from "./define.ts"

export const concat = defineFunction({
  name: "CONCAT",
  forms: ["CONCAT({values})"],
  arity: [1, Number.POSITIVE_INFINITY],
  asMethod: ["concat"],
  group: "list",
  summary: "Joins lists to one list, or values to one text when none of them is a list.",
  params: {
    values: { kind: "expressions", doc: "The lists or values." },
  },
  result: "any",
  raises: [],
  example: "PRINT CONCAT([1], [2, 3])",
  evaluate: (args, env) => {
    if (args.some((value) => value instanceof ListValue)) {
      const all: Value[] = []
      const growth = new Growth((total) => env.needCells(total))
      for (const value of args) {
        const items = itemsOf(value) ?? [value]
        growth.add(items.length)
        env.spend(items.length)
        for (const item of items) all.push(item)
      }
      return new ListValue(all)
    }
    let text = ""
    for (let index = 0; index < args.length; index++) {
      const part = textAt(args, index, env)
      env.needText(text.length + part.length)
      text += part
    }
    return text
  },
})
