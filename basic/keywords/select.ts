import { defineCommand } from "./define.ts"

export const select = defineCommand({
  name: "SELECT",
  forms: ["SELECT {query}"],
  hasOwnGrammar: true,
  effect: "data",
  group: "data",
  summary: "Runs a query without quotes over variables and tables.",
  params: {
    query: { kind: "text", doc: "The query behind SELECT." },
    sources: { kind: "map", doc: "The variables it may name." },
  },
  result: "rows",
  binding: "loose",
  raises: ["basic.bad_query", "basic.table_not_allowed", "basic.table_limit"],
  example:
    'list = [{ k: "a", n: 1 }, { k: "a", n: 2 }]\nrows = SELECT k, SUM(n) AS total FROM list GROUP BY k\nTALK rows.total',
  canvas: {
    icon: "database",
    family: "data",
    titleKey: "steps.command",
  },
})
