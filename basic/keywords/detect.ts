import { defineCommand } from "./define.ts"

export const detect = defineCommand({
  name: "DETECT",
  forms: ["DETECT {data}[, {field}]"],
  effect: "data",
  group: "data",
  summary: "Finds what lies far from all others in a list or table.",
  params: {
    data: { kind: "table", doc: "The list or table." },
    field: { kind: "column", doc: "The field to look at; the first with numbers when left out." },
  },
  result: "list",
  binding: "loose",
  raises: ["basic.table_limit"],
  example: "odd = DETECT [1, 2, 1, 2, 1, 2, 1, 40]\nTALK odd[0].value",
  canvas: {
    icon: "alert-circle",
    family: "data",
    titleKey: "steps.command",
  },
})
