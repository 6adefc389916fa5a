import { meets } from "../filters/evaluate.ts"
import { readCondition } from "../filters/read-filter.ts"
import { itemsAt, makeList, valueAt } from "../functions/arguments.ts"
import { sortItems } from "../functions/sort-items.ts"
import { defineFunction } from "./define.ts"

export const filterFunction = defineFunction({
  name: "FILTER",
  forms: ["FILTER({list}, {condition})", "FILTER {list} WHERE {condition:condition}"],
  arity: [2, 2],
  isPrefix: true,
  binding: "loose",
  asMethod: ["filter"],
  group: "list",
  summary: "Gives the elements of a list that meet a condition written as text.",
  params: {
    list: { kind: "any", doc: "The list." },
    condition: {
      kind: "filter",
      doc: 'For example "status = \'open\' AND amount > 10", or "item > 3".',
    },
  },
  result: "list",
  raises: ["basic.bad_condition", "basic.not_a_number", "basic.wrong_type"],
  example: 'PRINT FILTER([{ "n": 1 }, { "n": 2 }], "n > 1")',
  evaluate: (args, env) => {
    const items = itemsAt("FILTER", args, 0, env)
    const { condition, order, limit, offset } = readCondition("FILTER", valueAt(args, 1), env)
    let kept = items.filter((item) => meets(env, condition, item))
    for (const { column, isDescending } of order.toReversed())
      kept = sortItems(kept, column, isDescending, env)
    const from = offset ?? 0
    return makeList(limit === null ? kept.slice(from) : kept.slice(from, from + limit), env)
  },
})
