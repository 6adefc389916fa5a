import { valueAt } from "../functions/arguments.ts"
import { contains as containsValue } from "../vm/contain.ts"
import { defineFunction } from "./define.ts"

export const contains = defineFunction({
  name: "CONTAINS",
  forms: ["CONTAINS({value}, {part})"],
  arity: [2, 2],
  asMethod: ["contains", "includes"],
  group: "text",
  summary: "Says whether a text holds a part, a list an element or an object a field.",
  params: {
    value: { kind: "any", doc: "The text, list or object." },
    part: { kind: "any", doc: "What to look for." },
  },
  result: "boolean",
  raises: [],
  example: 'found = CONTAINS("Botwright", "wright")\nPRINT found',
  evaluate: (args, env) => containsValue(env, valueAt(args, 0), valueAt(args, 1)),
})
