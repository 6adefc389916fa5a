import { defineCommand } from "./define.ts"

export const deleteFrom = defineCommand({
  name: "DELETE FROM",
  forms: ["DELETE FROM {table}[ WHERE {where}]"],
  effect: "data",
  group: "data",
  summary: "Deletes rows of a table and gives their number.",
  params: {
    table: { kind: "table", doc: "The table: its name as text, or the name alone." },
    where: { kind: "condition", doc: "Which rows; all of them when left out." },
  },
  result: "number",
  binding: "loose",
  raises: [
    "basic.bad_condition",
    "basic.no_column",
    "basic.table_not_allowed",
    "basic.constant_condition",
    "basic.table_limit",
  ],
  example: 'SAVE "guests" WITH id = 1\nDELETE FROM guests WHERE id = 1\nTALK "Deleted."',
  canvas: {
    icon: "trash",
    family: "data",
    titleKey: "steps.delete_rows",
    fields: ["table", "where"],
    inPalette: true,
    snippet: "DELETE FROM guests WHERE id = 1",
  },
})
