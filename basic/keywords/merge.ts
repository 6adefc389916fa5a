import { defineCommand } from "./define.ts"

export const merge = defineCommand({
  name: "MERGE",
  forms: ["MERGE {table} WITH {rows} BY {key}", "MERGE {table}, {rows}[, {key}[, {columns}]]"],
  effect: "data",
  group: "data",
  summary:
    "Changes the rows of a table that are there by their key and adds the others; joins two lists.",
  params: {
    table: { kind: "table", doc: "The table: its name as text, or the name alone. Or a list." },
    rows: { kind: "any", doc: "A row, a list of rows, or the list to add." },
    key: { kind: "column", doc: "The columns that tell which row is meant, with commas between." },
    columns: { kind: "text", doc: "Only these columns are taken." },
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
  ],
  example:
    'result = MERGE "items" WITH [{ id: 1, name: "Tea" }] BY "id"\nTALK "New: " + result.inserted',
  canvas: {
    icon: "database-import",
    family: "data",
    titleKey: "steps.command",
  },
})
