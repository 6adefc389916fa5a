import { defineCommand } from "./define.ts"

export const searchProducts = defineCommand({
  name: "SEARCH PRODUCTS",
  forms: ["SEARCH PRODUCTS {query}[, {limit}]"],
  effect: "data",
  group: "data",
  summary: 'Finds rows of the table "products" that hold words, the best first.',
  params: {
    query: { kind: "text", doc: "The words." },
    limit: { kind: "number", doc: "The most rows; 10 when left out.", min: 0 },
  },
  result: "rows",
  binding: "loose",
  raises: ["basic.table_not_allowed", "basic.table_limit"],
  example:
    'SAVE "products" WITH name = "Green tea"\nfound = SEARCH PRODUCTS "tea", 5\nTALK found.name',
  canvas: {
    icon: "search",
    family: "data",
    titleKey: "steps.command",
  },
})
