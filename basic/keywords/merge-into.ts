import { defineCommand } from "./define.ts"

export const mergeInto = defineCommand({
  name: "MERGE INTO",
  forms: ["MERGE INTO {table} ON {match} WITH {fields}"],
  effect: "data",
  group: "data",
  summary: "Changes the row in which a column has a value, or adds it.",
  params: {
    table: { kind: "table", doc: "The table: its name as text, or the name alone." },
    match: { kind: "fields", doc: "The column and the value that tell which row is meant." },
    fields: { kind: "fields", doc: "The columns and their values." },
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
  ],
  example: 'MERGE INTO items ON sku = "A1" WITH name = "Tea"\nTALK "Merged."',
  canvas: {
    icon: "database-import",
    family: "data",
    titleKey: "steps.command",
  },
})
