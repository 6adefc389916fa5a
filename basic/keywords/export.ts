import { defineCommand } from "./define.ts"

export const exportRows = defineCommand({
  name: "EXPORT",
  forms: ["EXPORT {table}[ WHERE {where}]"],
  effect: "data",
  group: "data",
  summary: "Gives the rows of a table as CSV text.",
  params: {
    table: { kind: "table", doc: "The table: its name as text, or the name alone." },
    where: { kind: "condition", doc: "Which rows." },
  },
  result: "text",
  binding: "loose",
  raises: ["basic.bad_condition", "basic.no_column", "basic.table_not_allowed"],
  example: 'SAVE "guests" WITH name = "Ana"\nTALK EXPORT "guests"',
  canvas: {
    icon: "database-export",
    family: "data",
    titleKey: "steps.command",
  },
})
