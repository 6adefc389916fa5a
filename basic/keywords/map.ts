import { itemsAt, textAt } from "../functions/arguments.ts"
import { mapItems } from "../functions/map-items.ts"
import { ListValue } from "../vm/value.ts"
import { defineFunction } from "./define.ts"

export const mapFunction = defineFunction({
  name: "MAP",
  forms: ["MAP({list}, {expression})"],
  arity: [2, 2],
  isPrefix: true,
  binding: "loose",
  asMethod: ["map"],
  group: "list",
  summary: "Makes a list of a field or a calculation for each element, or renames fields.",
  params: {
    list: { kind: "any", doc: "The list." },
    expression: {
      kind: "text",
      doc: 'A field, a calculation such as "item.price * 1.1", or renamings such as "old->new".',
    },
  },
  result: "list",
  raises: ["basic.bad_condition", "basic.not_a_number", "basic.wrong_type"],
  example: 'PRINT MAP([1, 2], "item * 10")',
  evaluate: (args, env) =>
    new ListValue(mapItems(itemsAt("MAP", args, 0, env), textAt(args, 1, env), env)),
})
