import { textAt, wholeAt } from "../functions/arguments.ts"
import { lastChars } from "../functions/chars.ts"
import { defineFunction } from "./define.ts"

export const right = defineFunction({
  name: "RIGHT",
  forms: ["RIGHT({text}, {count})"],
  arity: [2, 2],
  asMethod: ["right"],
  group: "text",
  summary: "Takes the last characters of a text.",
  params: {
    text: { kind: "text", doc: "The text." },
    count: { kind: "number", doc: "How many characters." },
  },
  result: "text",
  raises: ["basic.not_a_number", "basic.wrong_type"],
  example: 'PRINT RIGHT("Botwright", 5)',
  evaluate: (args, env) => lastChars(textAt(args, 0, env), wholeAt("RIGHT", args, 1, env)),
})
