import { itemsAt, textAt, valueAt } from "../functions/arguments.ts"
import { findChars } from "../functions/chars.ts"
import { areEqual } from "../vm/compare.ts"
import { defineFunction } from "./define.ts"

export const indexOf = defineFunction({
  name: "INDEX_OF",
  forms: ["INDEX_OF({list}, {element})"],
  aliases: ["INDEXOF"],
  arity: [2, 2],
  asMethod: ["indexof"],
  group: "list",
  summary:
    "Finds the index of an element of a list or of a part of a text, counted from 0; -1 when it is absent.",
  params: {
    list: { kind: "any", doc: "The list or text." },
    element: { kind: "any", doc: "The element." },
  },
  result: "number",
  raises: ["basic.wrong_type"],
  example: 'PRINT INDEX_OF(["a", "b"], "b")',
  evaluate: (args, env) => {
    const value = valueAt(args, 0)
    if (typeof value === "string") return findChars(env, value, textAt(args, 1, env), 0)
    const items = itemsAt("INDEX_OF", args, 0, env)
    const wanted = valueAt(args, 1)
    return items.findIndex((item) => {
      env.spend(1)
      return areEqual(env, item, wanted)
    })
  },
})
