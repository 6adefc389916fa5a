import { makeList, textAt, valueAt, wholeAt } from "../functions/arguments.ts"
import { sliceChars } from "../functions/chars.ts"
import { ListValue } from "../vm/value.ts"
import { defineFunction } from "./define.ts"

export const mid = defineFunction({
  name: "MID",
  forms: ["MID({text}, {start}[, {count}])"],
  arity: [2, 3],
  asMethod: ["mid"],
  group: "text",
  summary: "Takes characters from the middle of a text, or elements from the middle of a list.",
  params: {
    text: { kind: "any", doc: "The text, or a list." },
    start: {
      kind: "number",
      doc: "The first character, counted from 1; in a list the first element, counted from 0.",
    },
    count: { kind: "number", doc: "How many; all the rest when left out." },
  },
  result: "any",
  raises: ["basic.not_a_number", "basic.wrong_type"],
  example: 'PRINT MID("Botwright", 4, 3)',
  evaluate: (args, env) => {
    const value = valueAt(args, 0)
    const start = wholeAt("MID", args, 1, env)
    const isWhole = valueAt(args, 2) === null
    const count = isWhole ? Number.MAX_SAFE_INTEGER : Math.max(0, wholeAt("MID", args, 2, env))
    if (value instanceof ListValue) {
      const from = Math.max(0, start)
      return makeList(value.items.slice(from, from + count), env)
    }
    const from = Math.max(1, start) - 1
    return sliceChars(textAt(args, 0, env), from, from + count)
  },
})
