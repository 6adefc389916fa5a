import { itemsAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const head = defineFunction({
  name: "HEAD",
  forms: ["HEAD({list})"],
  arity: [1, 1],
  group: "list",
  summary: "Gives the first element of a list.",
  params: {
    list: { kind: "any", doc: "The list." },
  },
  result: "any",
  raises: ["basic.wrong_type"],
  example: "PRINT HEAD([7, 8])",
  evaluate: (args, env) => itemsAt("HEAD", args, 0, env)[0] ?? null,
})
