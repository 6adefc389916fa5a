import { valueAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const typeofFunction = defineFunction({
  name: "TYPEOF",
  forms: ["TYPEOF({value})"],
  arity: [1, 1],
  group: "test",
  summary:
    "Names the type of a value: text, number, boolean, null, list, object, date or duration.",
  params: {
    value: { kind: "any", doc: "The value." },
  },
  result: "text",
  raises: [],
  example: "PRINT TYPEOF([1])",
  evaluate: (args) => {
    const value = valueAt(args, 0)
    if (value === null) return "null"
    if (typeof value === "string") return "text"
    if (typeof value !== "object") return typeof value
    return value.kind === "map" ? "object" : value.kind
  },
})
