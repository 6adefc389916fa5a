import { defineCommand } from "./define.ts"

export const synchronize = defineCommand({
  name: "SYNCHRONIZE",
  forms: ["SYNCHRONIZE {endpoint}, {table}, {key}[, {page}[, {limit}]]"],
  effect: "outside",
  group: "data",
  summary:
    "Reads all pages of a service into a table: new rows are added, others changed by their key.",
  params: {
    endpoint: { kind: "text", doc: "The address of the first page." },
    table: { kind: "table", doc: "The table: its name as text, or the name alone." },
    key: { kind: "column", doc: "The column that tells which row is meant." },
    page: { kind: "column", doc: 'The parameter that numbers the pages; "page" when left out.' },
    limit: { kind: "column", doc: 'The parameter for the size of a page; "limit" when left out.' },
  },
  result: "any",
  binding: "loose",
  raises: ["basic.bad_row", "basic.table_limit"],
  example: 'result = SYNCHRONIZE "https://example.org/items", "items", "id"\nTALK result.total',
  canvas: { icon: "refresh", family: "connect", titleKey: "steps.command" },
})
