import { Growth, maxNesting } from "../format/budget.ts"
import { itemsAt } from "../functions/arguments.ts"
import { ListValue, type Value } from "../vm/value.ts"
import { defineFunction } from "./define.ts"

export const flatten = defineFunction({
  name: "FLATTEN",
  forms: ["FLATTEN({list})"],
  arity: [1, 1],
  group: "list",
  summary: "Puts the elements of lists inside a list into one list.",
  params: {
    list: { kind: "any", doc: "The list." },
  },
  result: "list",
  raises: ["basic.wrong_type", "basic.nested_too_deep"],
  example: "PRINT FLATTEN([1, [2, [3]]])",
  evaluate: (args, env) => {
    const all: Value[] = []
    const growth = new Growth((total) => env.needCells(total))
    const collect = (items: readonly Value[], depth: number): void => {
      if (depth > maxNesting) env.fail("basic.nested_too_deep", { limit: maxNesting })
      env.spend(1 + items.length)
      growth.add(items.length)
      for (const item of items) {
        if (item instanceof ListValue) collect(item.items, depth + 1)
        else all.push(item)
      }
    }
    collect(itemsAt("FLATTEN", args, 0, env), 1)
    return new ListValue(all)
  },
})
