import { textAt } from "../functions/arguments.ts"
import { cutText, findParts } from "../functions/text-parts.ts"
import { defineFunction } from "./define.ts"

export const replace = defineFunction({
  name: "REPLACE",
  forms: ["REPLACE({text}, {part}, {replacement})"],
  arity: [3, 3],
  asMethod: ["replace"],
  group: "text",
  summary: "Replaces every occurrence of a part of a text.",
  params: {
    text: { kind: "text", doc: "The text." },
    part: { kind: "text", doc: "What to replace." },
    replacement: { kind: "text", doc: "What to put in its place." },
  },
  result: "text",
  raises: [],
  example: 'PRINT REPLACE("a-b-c", "-", "+")',
  evaluate: (args, env) => {
    const text = textAt(args, 0, env)
    const part = textAt(args, 1, env)
    const replacement = textAt(args, 2, env)
    const places = findParts(env, text, part)
    env.needText(text.length + places.length * (replacement.length - part.length))
    env.spend(places.length)
    return places.length === 0 ? text : cutText(text, places, part.length).join(replacement)
  },
})
