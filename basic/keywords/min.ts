import { extremeOf } from "../functions/numbers-in-list.ts"
import { defineFunction } from "./define.ts"

export const min = defineFunction({
  name: "MIN",
  forms: ["MIN({first}[, {second}])"],
  arity: [1, Number.POSITIVE_INFINITY],
  isPrefix: true,
  binding: "tight",
  group: "number",
  summary: "Gives the least of several values or of a list.",
  params: {
    first: { kind: "any", doc: "A value, or a list." },
    second: {
      kind: "any",
      doc: "Another value; after a list, the name of a field. More values may follow.",
    },
  },
  result: "any",
  raises: ["basic.wrong_type"],
  example: "PRINT MIN(3, 9, 4)",
  evaluate: (args, env) => extremeOf("MIN", args, -1, env),
})
