import { defineCommand } from "./define.ts"

export const insert = defineCommand({
  name: "INSERT",
  forms: ["INSERT {table}, {values}"],
  effect: "data",
  group: "data",
  summary: "Adds a row to a table; a row with the same key is an error.",
  params: {
    table: { kind: "table", doc: "The table: its name as text, or the name alone." },
    values: { kind: "named", doc: "A row, or values in the order of the columns." },
  },
  result: "any",
  binding: "loose",
  raises: [
    "basic.no_column",
    "basic.bad_column_value",
    "basic.empty_column",
    "basic.duplicate_row",
    "basic.table_not_allowed",
    "basic.table_limit",
    "basic.bad_row",
    "basic.column_needed",
  ],
  example: 'row = INSERT "guests", { name: "Ana" }\nTALK "Number " + row.id',
  canvas: {
    icon: "database-import",
    family: "data",
    titleKey: "steps.command",
  },
})
