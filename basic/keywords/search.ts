import { defineCommand } from "./define.ts"

export const search = defineCommand({
  name: "SEARCH",
  forms: ["SEARCH {table}, {query}[, {limit}]"],
  effect: "data",
  group: "data",
  summary: "Finds rows of a table that hold words, the best first.",
  params: {
    table: { kind: "table", doc: "The table: its name as text, or the name alone." },
    query: { kind: "text", doc: "The words." },
    limit: { kind: "number", doc: "The most rows; 10 when left out.", min: 0 },
  },
  result: "rows",
  binding: "loose",
  raises: ["basic.table_not_allowed", "basic.table_limit"],
  example: 'SAVE "teas" WITH name = "Green tea"\nfound = SEARCH "teas", "green"\nTALK found.name',
  canvas: {
    icon: "search",
    family: "data",
    titleKey: "steps.command",
  },
})
