import { itemsAt, makeList, textAt } from "../functions/arguments.ts"
import { readItemCondition } from "../functions/item-expression.ts"
import { sortItems } from "../functions/sort-items.ts"
import { defineFunction } from "./define.ts"

export const filterFunction = defineFunction({
  name: "FILTER",
  forms: ["FILTER({list}, {condition})"],
  arity: [2, 2],
  isPrefix: true,
  binding: "loose",
  asMethod: ["filter"],
  group: "list",
  summary: "Gives the elements of a list that meet a condition written as text.",
  params: {
    list: { kind: "any", doc: "The list." },
    condition: {
      kind: "text",
      doc: 'For example "status = \'open\' AND amount > 10", or "item > 3".',
    },
  },
  result: "list",
  raises: ["basic.bad_condition", "basic.not_a_number", "basic.wrong_type"],
  example: 'PRINT FILTER([{ "n": 1 }, { "n": 2 }], "n > 1")',
  evaluate: (args, env) => {
    const items = itemsAt("FILTER", args, 0, env)
    const { holds, orderBy, limit } = readItemCondition("FILTER", textAt(args, 1, env), env)
    const kept = items.filter(holds)
    const sorted = orderBy ? sortItems(kept, orderBy.field, orderBy.isDescending, env) : kept
    return makeList(limit === null ? sorted : sorted.slice(0, limit), env)
  },
})
