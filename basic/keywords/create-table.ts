import { defineCommand } from "./define.ts"

export const createTable = defineCommand({
  name: "CREATE TABLE",
  forms: ["CREATE TABLE {table}[, {columns}]", "CREATE TABLE {table} WITH {columns}"],
  effect: "data",
  group: "data",
  summary: "Makes a table while the script runs; one that is there already stays as it is.",
  params: {
    table: { kind: "table", doc: "The table: its name as text, or the name alone." },
    columns: {
      kind: "text",
      doc: 'Its columns with their types, such as "name string(80), seats integer"; they come with the rows when left out.',
    },
  },
  result: "nothing",
  raises: ["basic.bad_value", "basic.bad_table_name", "basic.table_limit"],
  example:
    'CREATE TABLE "visits", "guest string(80), seats integer"\nSAVE "visits" WITH guest = "Ana", seats = 2\nTALK "Kept."',
  canvas: { icon: "table", family: "data", titleKey: "steps.command" },
})
