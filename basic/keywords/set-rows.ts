import { defineCommand } from "./define.ts"

export const setRows = defineCommand({
  name: "SET ROWS",
  forms: ["SET {table}, {filter}, {changes}"],
  effect: "data",
  group: "data",
  summary: "Changes rows of a table, as old scripts write it.",
  params: {
    table: { kind: "table", doc: "The table: its name as text, or the name alone." },
    filter: {
      kind: "filter",
      doc: "Which rows: a condition such as \"status = 'open'\", or the id of one.",
    },
    changes: { kind: "filter", doc: 'Changes as text: "status=done, note=late".' },
  },
  result: "nothing",
  raises: ["basic.bad_condition", "basic.no_column", "basic.table_not_allowed"],
  example:
    'SAVE "guests" WITH id = 1, seats = 2\nSET "guests", "id = 1", "seats=4"\nTALK "Changed."',
  canvas: {
    icon: "database",
    family: "data",
    titleKey: "steps.command",
  },
})
