import { defineCommand } from "./define.ts"

export const update = defineCommand({
  name: "UPDATE",
  forms: [
    "UPDATE {table} SET {fields}[ WHERE {where}]",
    "UPDATE {table} WITH {fields}[ WHERE {where}]",
    "UPDATE {table}, {filter}, {values}",
  ],
  effect: "data",
  group: "data",
  summary: "Changes rows of a table and gives their number.",
  params: {
    table: { kind: "table", doc: "The table: its name as text, or the name alone." },
    fields: { kind: "fields", doc: "The columns to change and their values." },
    where: { kind: "condition", doc: "Which rows; all of them when left out." },
    filter: {
      kind: "filter",
      doc: "Which rows: a condition such as \"status = 'open'\", or the id of one.",
    },
    values: {
      kind: "named",
      doc: "An object of changes, a column and its value, or variables called like columns.",
    },
  },
  result: "number",
  binding: "loose",
  raises: [
    "basic.bad_condition",
    "basic.no_column",
    "basic.table_not_allowed",
    "basic.bad_column_value",
    "basic.empty_column",
    "basic.duplicate_row",
    "basic.table_limit",
    "basic.constant_condition",
  ],
  example:
    'SAVE "guests" WITH id = 1, seats = 2\ncount = UPDATE "guests" SET seats = 4 WHERE id = 1\nTALK count + " row changed."',
  canvas: {
    icon: "database",
    family: "data",
    titleKey: "steps.update_rows",
    fields: ["table", "fields", "where"],
    inPalette: true,
    snippet: 'UPDATE "guests" SET status = "done" WHERE id = 1',
  },
})
