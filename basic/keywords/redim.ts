import { ListValue } from "../vm/value.ts"
import { defineFunction } from "./define.ts"
import { makeEmpty, sizeAt } from "./dim.ts"

export const redim = defineFunction({
  name: "REDIM",
  forms: ["REDIM({list}, {size}[, {second}[, {third}]])"],
  arity: [2, 4],
  group: "list",
  summary: "Makes a list of another size with the elements of the old one.",
  params: {
    list: { kind: "any", doc: "The list whose elements are kept." },
    size: { kind: "number", min: 0, doc: "How many elements the new list has." },
    second: { kind: "number", min: 0, doc: "How many elements a new element has." },
    third: { kind: "number", min: 0, doc: "How many elements each of those has." },
  },
  result: "list",
  raises: ["basic.not_a_number", "basic.wrong_type", "basic.bad_value"],
  example: "DIM seats(2)\nREDIM PRESERVE seats(3)\nTALK UBOUND(seats)",
  evaluate: (args, env) => {
    const sizes = args.slice(1).map((_, index) => sizeAt("REDIM", args, index + 1, env))
    const made = makeEmpty(sizes, env)
    const [old] = args
    if (!(made instanceof ListValue) || !(old instanceof ListValue)) return made
    return new ListValue(made.items.map((empty, index) => old.items[index] ?? empty))
  },
})
