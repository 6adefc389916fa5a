import { makeList } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const array = defineFunction({
  name: "ARRAY",
  forms: ["ARRAY([{elements}])"],
  arity: [0, Number.POSITIVE_INFINITY],
  group: "list",
  summary: "Makes a list of its operands.",
  params: {
    elements: { kind: "expressions", doc: "The elements." },
  },
  result: "list",
  raises: [],
  example: "PRINT ARRAY(1, 2)",
  evaluate: (args, env) => makeList([...args], env),
})
