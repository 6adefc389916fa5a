import { textAt } from "../functions/arguments.ts"
import { textBefore } from "../functions/text-parts.ts"
import { defineFunction } from "./define.ts"

export const extractBefore = defineFunction({
  name: "EXTRACT_BEFORE",
  forms: ["EXTRACT_BEFORE({text}, {mark})"],
  arity: [2, 2],
  group: "text",
  summary: "Takes the part of a text before the first mark; empty when the mark is absent.",
  params: {
    text: { kind: "text", doc: "The text." },
    mark: { kind: "text", doc: "The mark to look for." },
  },
  result: "text",
  raises: [],
  example: 'PRINT EXTRACT_BEFORE("ana@example.org", "@")',
  evaluate: (args, env) => textBefore(env, textAt(args, 0, env), textAt(args, 1, env)),
})
