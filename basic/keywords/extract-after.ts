import { textAt } from "../functions/arguments.ts"
import { textAfter } from "../functions/text-parts.ts"
import { defineFunction } from "./define.ts"

export const extractAfter = defineFunction({
  name: "EXTRACT_AFTER",
  forms: ["EXTRACT_AFTER({text}, {mark})"],
  arity: [2, 2],
  group: "text",
  summary: "Takes the part of a text after the first mark; empty when the mark is absent.",
  params: {
    text: { kind: "text", doc: "The text." },
    mark: { kind: "text", doc: "The mark to look for." },
  },
  result: "text",
  raises: [],
  example: 'PRINT EXTRACT_AFTER("ana@example.org", "@")',
  evaluate: (args, env) => textAfter(env, textAt(args, 0, env), textAt(args, 1, env)),
})
