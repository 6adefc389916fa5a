import { textAt, wholeAt } from "../functions/arguments.ts"
import { sliceChars } from "../functions/chars.ts"
import { defineFunction } from "./define.ts"

export const left = defineFunction({
  name: "LEFT",
  forms: ["LEFT({text}, {count})"],
  arity: [2, 2],
  asMethod: ["left"],
  group: "text",
  summary: "Takes the first characters of a text.",
  params: {
    text: { kind: "text", doc: "The text." },
    count: { kind: "number", doc: "How many characters." },
  },
  result: "text",
  raises: ["basic.not_a_number", "basic.wrong_type"],
  example: 'PRINT LEFT("Botwright", 3)',
  evaluate: (args, env) => sliceChars(textAt(args, 0, env), 0, wholeAt("LEFT", args, 1, env)),
})
