import { itemsAt, makeList, textAt } from "../functions/arguments.ts"
import { sortItems } from "../functions/sort-items.ts"
import { defineFunction } from "./define.ts"

export const sort = defineFunction({
  name: "SORT",
  forms: [
    "SORT({list}[, {field}[, {direction}]])",
    "SORT {list} BY {field}",
    "SORT {list} BY {field} {direction:word}",
  ],
  arity: [1, 3],
  asMethod: ["sort"],
  group: "list",
  summary: "Gives a sorted copy of a list.",
  params: {
    list: { kind: "any", doc: "The list." },
    field: { kind: "text", doc: "The field to sort objects by." },
    direction: { kind: "text", doc: '"DESC" for the greatest first.', words: ["ASC", "DESC"] },
  },
  result: "list",
  raises: ["basic.wrong_type"],
  example: "PRINT SORT([3, 1, 2])",
  evaluate: (args, env) => {
    const items = itemsAt("SORT", args, 0, env)
    const words = [1, 2].map((index) => textAt(args, index, env))
    const isWord = (text: string) => /^(?:asc|desc)(?:ending)?$/i.test(text.trim())
    const field = words.find((text) => text !== "" && !isWord(text)) ?? null
    const isDescending = words.some((text) => isWord(text) && /^\s*d/i.test(text))
    return makeList(sortItems(items, field, isDescending, env), env)
  },
})
