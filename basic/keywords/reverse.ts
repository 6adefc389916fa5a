import { itemsAt, makeList, valueAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const reverse = defineFunction({
  name: "REVERSE",
  forms: ["REVERSE({list})"],
  arity: [1, 1],
  asMethod: ["reverse"],
  group: "list",
  summary: "Gives a list or text in the opposite order.",
  params: {
    list: { kind: "any", doc: "The list or text." },
  },
  result: "any",
  raises: ["basic.wrong_type"],
  example: "PRINT REVERSE([1, 2, 3])",
  evaluate: (args, env) => {
    const value = valueAt(args, 0)
    if (typeof value !== "string")
      return makeList([...itemsAt("REVERSE", args, 0, env)].reverse(), env)
    env.spend(value.length)
    return [...value].reverse().join("")
  },
})
