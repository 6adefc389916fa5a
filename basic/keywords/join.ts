import { toText } from "../format/to-text.ts"
import { textAt, valueAt } from "../functions/arguments.ts"
import { ListValue } from "../vm/value.ts"
import { defineFunction } from "./define.ts"

export const join = defineFunction({
  name: "JOIN",
  forms: ["JOIN({list}[, {separator}])"],
  arity: [1, 2],
  asMethod: ["join"],
  group: "text",
  summary: "Joins the elements of a list to one text.",
  params: {
    list: { kind: "any", doc: "The list." },
    separator: { kind: "text", doc: "What to put between them; a comma when left out." },
  },
  result: "text",
  raises: [],
  example: 'PRINT JOIN(["a", "b"], "-")',
  evaluate: (args, env) => {
    const value = valueAt(args, 0)
    if (!(value instanceof ListValue)) return toText(value, env)
    const separator = args.length < 2 ? "," : textAt(args, 1, env)
    env.spend(value.items.length)
    let length = 0
    const texts = value.items.map((item) => {
      const text = toText(item, env)
      length += text.length + separator.length
      env.needText(length - separator.length)
      return text
    })
    env.spend(length >> 4)
    return texts.join(separator)
  },
})
