import { defineCommand } from "./define.ts"

export const deleteUrl = defineCommand({
  name: "DELETE",
  forms: ["DELETE {url}", "DELETE HTTP {url}", "DELETE {table}, {filter}"],
  effect: "outside",
  group: "http",
  summary: "Deletes what a web address or a path of the drive holds, or rows of a table.",
  params: {
    url: { kind: "text", doc: "The address or path to delete." },
    table: { kind: "table", doc: "The table: its name as text, or the name alone." },
    filter: {
      kind: "filter",
      doc: "Which rows: a condition such as \"status = 'open'\", or the id of one.",
    },
  },
  result: "any",
  binding: "loose",
  raises: ["basic.bad_condition", "basic.no_column", "basic.table_not_allowed"],
  example: 'DELETE "https://example.org/orders/7"\nTALK "Removed."',
  canvas: {
    icon: "world-x",
    family: "connect",
    titleKey: "steps.delete",
    fields: ["url"],
    inPalette: true,
    snippet: 'DELETE "https://example.org/orders/7"',
  },
})
