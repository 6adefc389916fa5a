import { defineCommand } from "./define.ts"

export const find = defineCommand({
  name: "FIND",
  forms: [
    "FIND {table}[ WHERE {where}][ ORDER BY {order}][ LIMIT {limit}][ OFFSET {offset}][ {firstOnly}]",
    "FIND {table}, {filter}[ ORDER BY {order}][ LIMIT {limit}][ OFFSET {offset}][ {firstOnly}]",
    "FIND {table}, {column}, {value}",
    "FIND {table} WITH {filter}[ ORDER BY {order}][ LIMIT {limit}][ OFFSET {offset}][ {firstOnly}]",
    "FIND {table} ON {connection}[ WHERE {where}]",
    "FIND ALL {table}[ WHERE {where}][ ORDER BY {order}][ LIMIT {limit}][ OFFSET {offset}][ {firstOnly}]",
  ],
  effect: "data",
  group: "data",
  summary: "Reads rows of a table.",
  params: {
    table: { kind: "table", doc: "The table: its name as text, or the name alone." },
    where: { kind: "condition", doc: "Which rows." },
    filter: {
      kind: "filter",
      doc: "Which rows: a condition such as \"status = 'open'\", or the id of one.",
    },
    column: { kind: "column", doc: "The column to compare." },
    value: { kind: "any", doc: "The value it must have." },
    connection: { kind: "text", doc: "A database of another service." },
    order: { kind: "order", doc: "Columns to sort by." },
    limit: { kind: "number", doc: "The most rows.", min: 0 },
    offset: { kind: "number", doc: "How many rows to pass over.", min: 0 },
    firstOnly: { kind: "word", doc: "Only the first row.", words: ["FIRST"] },
  },
  result: "rows",
  binding: "loose",
  raises: [
    "basic.bad_condition",
    "basic.no_column",
    "basic.table_not_allowed",
    "basic.table_limit",
    "service.not_set_up",
  ],
  example:
    'SAVE "guests" WITH name = "Ana", seats = 2\nguest = FIND "guests" WHERE name = "Ana"\nTALK "Seats: " + guest.seats',
  canvas: {
    icon: "search",
    family: "data",
    titleKey: "steps.find",
    fields: ["table", "where", "order", "limit"],
    inPalette: true,
    snippet: 'rows = FIND "guests" WHERE status = "open"',
  },
})
