import { valueAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const isbool = defineFunction({
  name: "ISBOOL",
  forms: ["ISBOOL({value})"],
  aliases: ["IS_BOOL"],
  arity: [1, 1],
  group: "test",
  summary: "Says whether a value is TRUE or FALSE.",
  params: {
    value: { kind: "any", doc: "The value." },
  },
  result: "boolean",
  raises: [],
  example: "PRINT ISBOOL(TRUE)",
  evaluate: (args) => typeof valueAt(args, 0) === "boolean",
})
