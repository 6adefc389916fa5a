import { itemsAt, makeList, textAt } from "../functions/arguments.ts"
import { identityOf } from "../functions/compare.ts"
import { readInside } from "../functions/members.ts"
import { defineFunction } from "./define.ts"

export const unique = defineFunction({
  name: "UNIQUE",
  forms: ["UNIQUE({list}[, {field}])"],
  aliases: ["DISTINCT"],
  arity: [1, 2],
  group: "list",
  summary: "Gives a list with each element, or each value of a field, once.",
  params: {
    list: { kind: "any", doc: "The list." },
    field: { kind: "text", doc: "The field that must differ." },
  },
  result: "list",
  raises: ["basic.wrong_type"],
  example: "PRINT UNIQUE([1, 2, 1])",
  evaluate: (args, env) => {
    const items = itemsAt("UNIQUE", args, 0, env)
    const field = args.length < 2 ? null : textAt(args, 1, env)
    const seen = new Set<string>()
    env.spend(items.length * 2)
    const kept = items.filter((item) => {
      const identity = identityOf(field === null ? item : readInside(env, item, field), env)
      const isNew = !seen.has(identity)
      seen.add(identity)
      return isNew
    })
    return makeList(kept, env)
  },
})
