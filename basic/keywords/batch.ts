import { checkRange, itemsAt, wholeAt } from "../functions/arguments.ts"
import { ListValue } from "../vm/value.ts"
import { defineFunction } from "./define.ts"

export const batch = defineFunction({
  name: "BATCH",
  forms: ["BATCH({list}, {size})"],
  aliases: ["CHUNK"],
  arity: [2, 2],
  group: "list",
  summary: "Cuts a list into lists of a size; the last may be shorter.",
  params: {
    list: { kind: "any", doc: "The list." },
    size: { kind: "number", doc: "Elements in each list." },
  },
  result: "list",
  raises: ["basic.not_a_number", "basic.wrong_type", "basic.out_of_range"],
  example: "PRINT BATCH([1, 2, 3], 2)",
  evaluate: (args, env) => {
    const items = itemsAt("BATCH", args, 0, env)
    const given = wholeAt("BATCH", args, 1, env)
    const size = checkRange("The size of BATCH", given, 1, Number.MAX_SAFE_INTEGER, env)
    const count = Math.ceil(items.length / size)
    env.needCells(items.length + count)
    env.spend(items.length)
    return new ListValue(
      Array.from(
        { length: count },
        (_, index) => new ListValue(items.slice(index * size, (index + 1) * size)),
      ),
    )
  },
})
