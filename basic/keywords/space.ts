import { wholeAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const space = defineFunction({
  name: "SPACE",
  forms: ["SPACE({count})"],
  arity: [1, 1],
  group: "text",
  summary: "Makes a text of blanks.",
  params: {
    count: { kind: "number", doc: "How many blanks." },
  },
  result: "text",
  raises: ["basic.not_a_number", "basic.wrong_type"],
  example: 'PRINT "[" + SPACE(3) + "]"',
  evaluate: (args, env) => {
    const count = Math.max(0, wholeAt("SPACE", args, 0, env))
    env.needText(count)
    env.spend(count >> 4)
    return " ".repeat(count)
  },
})
