import { defineCommand } from "./define.ts"

export const importRows = defineCommand({
  name: "IMPORT",
  forms: ["IMPORT {rows} INTO {table}[ BY {key}]", "IMPORT {rows}, {table}"],
  effect: "data",
  group: "data",
  summary: "Adds the rows of a CSV text, JSON or list to a table.",
  params: {
    rows: { kind: "any", doc: "The rows." },
    table: { kind: "table", doc: "The table: its name as text, or the name alone." },
    key: { kind: "column", doc: "The column that tells which row is meant." },
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
  example: 'result = IMPORT "name,seats\\nAna,2" INTO guests\nTALK result.inserted',
  canvas: {
    icon: "database-import",
    family: "data",
    titleKey: "steps.command",
  },
})
