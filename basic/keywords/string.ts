import { textAt, wholeAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const string = defineFunction({
  name: "STRING",
  forms: ["STRING({count}, {text})"],
  arity: [2, 2],
  group: "text",
  summary: "Repeats a text.",
  params: {
    count: { kind: "number", doc: "How many times." },
    text: { kind: "text", doc: "The text." },
  },
  result: "text",
  raises: ["basic.not_a_number", "basic.wrong_type"],
  example: 'PRINT STRING(3, "ab")',
  evaluate: (args, env) => {
    const count = Math.max(0, wholeAt("STRING", args, 0, env))
    const text = textAt(args, 1, env)
    env.needText(count * text.length)
    env.spend((count * text.length) >> 4)
    return text === "" ? "" : text.repeat(count)
  },
})
