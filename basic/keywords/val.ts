import { numberOf, valueAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const val = defineFunction({
  name: "VAL",
  forms: ["VAL({text})"],
  aliases: ["TO_NUMBER", "CDBL"],
  arity: [1, 1],
  group: "text",
  summary: "Reads a number from a text; 0 when the text is none.",
  params: {
    text: { kind: "text", doc: "The text." },
  },
  result: "number",
  raises: [],
  example: 'PRINT VAL("12.5") + 1',
  evaluate: (args) => numberOf(valueAt(args, 0)) ?? 0,
})
