import { defineFunction } from "./define.ts"

export const rnd = defineFunction({
  name: "RND",
  forms: ["RND()"],
  arity: [0, 1],
  group: "number",
  summary: "Gives a random number from 0 up to 1.",
  params: {
    ignored: { kind: "any", doc: "Older dialects want a number here; it changes nothing." },
  },
  result: "number",
  raises: [],
  example: "PRINT RND() < 1",
  evaluate: (_args, env) => env.random(),
})
