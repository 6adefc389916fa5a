import { defineCommand } from "./define.ts"

export const saveFromUnstructured = defineCommand({
  name: "SAVE FROM UNSTRUCTURED",
  forms: ["SAVE FROM UNSTRUCTURED {table}, {text}"],
  effect: "data",
  group: "data",
  summary: "Saves what an object or JSON text holds as a row; free text needs a language model.",
  params: {
    table: { kind: "table", doc: "The table: its name as text, or the name alone." },
    text: { kind: "any", doc: "An object, JSON text, or words." },
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
    "service.not_set_up",
  ],
  example: 'SAVE FROM UNSTRUCTURED "leads", \'{ "name": "Ana" }\'\nTALK "Saved."',
  canvas: {
    icon: "database-import",
    family: "data",
    titleKey: "steps.command",
  },
})
