import { itemsAt, makeList, valueAt, wholeAt } from "../functions/arguments.ts"
import { sliceChars } from "../functions/chars.ts"
import { lengthOf } from "../functions/length.ts"
import { defineFunction } from "./define.ts"

export const slice = defineFunction({
  name: "SLICE",
  forms: ["SLICE({list}, {start}[, {end}])"],
  arity: [2, 3],
  asMethod: ["slice"],
  group: "list",
  summary: "Takes a part of a list or text, from start up to, without, end; both count from 0.",
  params: {
    list: { kind: "any", doc: "The list or text." },
    start: {
      kind: "number",
      doc: "The first element, counted from 0; negative counts from the end.",
    },
    end: { kind: "number", doc: "The element before which to stop; all the rest when left out." },
  },
  result: "any",
  raises: ["basic.not_a_number", "basic.wrong_type"],
  example: "PRINT SLICE([7, 8, 9], 1)",
  evaluate: (args, env) => {
    const value = valueAt(args, 0)
    const length = lengthOf(value, env)
    const bound = (index: number, absent: number): number => {
      const given = valueAt(args, index) === null ? absent : wholeAt("SLICE", args, index, env)
      return given < 0 ? Math.max(0, length + given) : given
    }
    const start = bound(1, 0)
    const end = bound(2, length)
    if (typeof value === "string") return sliceChars(value, start, end)
    return makeList(itemsAt("SLICE", args, 0, env).slice(start, end), env)
  },
})
