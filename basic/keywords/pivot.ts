import { defineCommand } from "./define.ts"

export const pivot = defineCommand({
  name: "PIVOT",
  forms: ["PIVOT {data}, {row}, {column}[, {value}[, {operation}]]"],
  effect: "data",
  group: "data",
  summary:
    "Makes a cross table of rows: a row for each value of one field, a column for each of another.",
  params: {
    data: { kind: "table", doc: "The list or table." },
    row: { kind: "column", doc: "The field of the rows." },
    column: {
      kind: "column",
      doc: "The field of the columns, or of the values when there is no other.",
    },
    value: { kind: "column", doc: "The field to add up." },
    operation: { kind: "column", doc: "SUM, AVG, COUNT, MIN or MAX; SUM when left out." },
  },
  result: "list",
  binding: "loose",
  raises: ["basic.table_limit"],
  example: 'table = PIVOT [{ m: "May", v: 2 }], "m", "v"\nTALK table[0].v',
  canvas: {
    icon: "table",
    family: "data",
    titleKey: "steps.command",
  },
})
