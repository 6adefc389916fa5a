import { defineCommand } from "./define.ts"

export const save = defineCommand({
  name: "SAVE",
  forms: ["SAVE {table} WITH {fields}", "SAVE {table}, {values}", "SAVE {row} TO {table}"],
  effect: "data",
  group: "data",
  summary: "Adds a row to a table, or changes the row with the same key.",
  params: {
    table: { kind: "table", doc: "The table: its name as text, or the name alone." },
    fields: { kind: "fields", doc: "The columns and their values." },
    values: {
      kind: "named",
      doc: "A row, an id and a row, or values in the order of the columns.",
    },
    row: { kind: "any", doc: "A row, or a list of rows." },
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
  example: 'id = SAVE "guests" WITH name = "Ana", seats = 2\nTALK "Saved as " + id',
  canvas: {
    icon: "database-import",
    family: "data",
    titleKey: "steps.save_row",
    fields: ["table", "fields"],
    inPalette: true,
    snippet: 'SAVE "guests" WITH name = "Ana", seats = 2',
  },
})
