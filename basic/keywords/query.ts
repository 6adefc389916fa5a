import { defineCommand } from "./define.ts"

export const query = defineCommand({
  name: "QUERY",
  forms: ["QUERY {query}"],
  effect: "data",
  group: "data",
  summary: "Runs a SELECT over the tables of the bot; values joined to the text are bound.",
  params: {
    query: {
      kind: "filter",
      doc: "The query: SELECT, FROM, JOIN, WHERE, GROUP BY, HAVING, ORDER BY, LIMIT and OFFSET.",
    },
  },
  result: "rows",
  binding: "loose",
  raises: ["basic.bad_query", "basic.table_not_allowed", "basic.table_limit"],
  example: 'SAVE "orders" WITH total = 5\nTALK QUERY "SELECT COUNT(*) FROM orders"',
  canvas: {
    icon: "database",
    family: "data",
    titleKey: "steps.command",
  },
})
