import { textAt } from "../functions/arguments.ts"
import { textAfter, textBefore } from "../functions/text-parts.ts"
import { defineFunction } from "./define.ts"

export const extractBetween = defineFunction({
  name: "EXTRACT_BETWEEN",
  forms: ["EXTRACT_BETWEEN({text}, {opening}, {closing})"],
  arity: [3, 3],
  group: "text",
  summary: "Takes the part of a text between two marks; empty when one is absent.",
  params: {
    text: { kind: "text", doc: "The text." },
    opening: { kind: "text", doc: "The mark before the part." },
    closing: { kind: "text", doc: "The mark after the part." },
  },
  result: "text",
  raises: [],
  example: 'PRINT EXTRACT_BETWEEN("id [42] ok", "[", "]")',
  evaluate: (args, env) => {
    const after = textAfter(env, textAt(args, 0, env), textAt(args, 1, env))
    return textBefore(env, after, textAt(args, 2, env))
  },
})
