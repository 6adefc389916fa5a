import { roundNumber } from "../format/round-number.ts"
import { numberOf, valueAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const cint = defineFunction({
  name: "CINT",
  forms: ["CINT({text})"],
  arity: [1, 1],
  group: "text",
  summary: "Reads a whole number from a text, rounded; 0 when the text is no number.",
  params: {
    text: { kind: "text", doc: "The text." },
  },
  result: "number",
  raises: [],
  example: 'PRINT CINT("12.5")',
  evaluate: (args) => roundNumber(numberOf(valueAt(args, 0)) ?? 0, 0),
})
