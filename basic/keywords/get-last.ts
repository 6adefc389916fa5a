import { defineCommand } from "./define.ts"

export const getLast = defineCommand({
  name: "GET LAST",
  forms: ["GET LAST {table}"],
  effect: "data",
  group: "data",
  summary: "Reads the newest row of a table.",
  params: {
    table: { kind: "table", doc: "The table: its name as text, or the name alone." },
  },
  result: "rows",
  binding: "loose",
  raises: ["basic.table_not_allowed"],
  example: 'SAVE "orders" WITH item = "tea"\norder = GET LAST "orders"\nTALK order.item',
  canvas: {
    icon: "database",
    family: "data",
    titleKey: "steps.command",
  },
})
