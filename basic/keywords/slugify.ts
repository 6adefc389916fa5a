import { makeText, textAt } from "../functions/arguments.ts"
import { makeSlug } from "../functions/case.ts"
import { defineFunction } from "./define.ts"

export const slugify = defineFunction({
  name: "SLUGIFY",
  forms: ["SLUGIFY({text})"],
  arity: [1, 1],
  group: "text",
  summary: "Makes a text fit for an address: small letters and digits with hyphens between.",
  params: {
    text: { kind: "text", doc: "The text." },
  },
  result: "text",
  raises: [],
  example: 'PRINT SLUGIFY("Crème brûlée!")',
  evaluate: (args, env) => {
    const text = textAt(args, 0, env)
    // Each letter is taken apart and looked up: many times the work of a step.
    env.spend(text.length * 16)
    return makeText(makeSlug(text), env)
  },
})
