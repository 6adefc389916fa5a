import { makeText, textAt } from "../functions/arguments.ts"
import { capitalizeWords } from "../functions/case.ts"
import { defineFunction } from "./define.ts"

export const capitalize = defineFunction({
  name: "CAPITALIZE",
  forms: ["CAPITALIZE({text})"],
  aliases: ["PROPER"],
  arity: [1, 1],
  asMethod: ["capitalize"],
  group: "text",
  summary: "Gives each word of a text a capital letter.",
  params: {
    text: { kind: "text", doc: "The text." },
  },
  result: "text",
  raises: [],
  example: 'PRINT CAPITALIZE("ana lima")',
  evaluate: (args, env) => {
    const text = textAt(args, 0, env)
    env.spend(text.length >> 1)
    return makeText(capitalizeWords(text), env)
  },
})
