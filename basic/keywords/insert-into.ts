import { defineCommand } from "./define.ts"

export const insertInto = defineCommand({
  name: "INSERT INTO",
  forms: [
    "INSERT INTO {table} WITH {fields}",
    "INSERT INTO {table} VALUES {row}",
    "INSERT INTO {table}, {values}",
  ],
  effect: "data",
  group: "data",
  summary: "Adds a row to a table; a row with the same key is an error.",
  params: {
    table: { kind: "table", doc: "The table: its name as text, or the name alone." },
    fields: { kind: "fields", doc: "The columns and their values." },
    row: { kind: "any", doc: "A row, or a list of rows." },
    values: { kind: "named", doc: "Values in the order of the columns." },
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
  example: 'INSERT INTO guests WITH name = "Ana", seats = 2\nTALK "Added."',
  canvas: {
    icon: "database-import",
    family: "data",
    titleKey: "steps.command",
  },
})
