import { defineCommand } from "./define.ts"

export const groupBy = defineCommand({
  name: "GROUP BY",
  forms: ["GROUP BY {data}, {field}[, {totals}]", "GROUP BY {data} ON {field}"],
  effect: "data",
  group: "data",
  summary: "Groups rows by a field: a list of key, items, count and totals.",
  params: {
    data: { kind: "table", doc: "The list or table." },
    field: { kind: "column", doc: "The field to group by." },
    totals: { kind: "any", doc: 'An object of names and texts such as "SUM(total)".' },
  },
  result: "list",
  binding: "loose",
  raises: ["basic.bad_value"],
  example: 'groups = GROUP BY [{ k: "a" }, { k: "a" }], "k"\nTALK groups[0].count',
  canvas: {
    icon: "stack",
    family: "data",
    titleKey: "steps.command",
  },
})
