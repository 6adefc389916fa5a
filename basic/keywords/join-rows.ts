import { defineCommand } from "./define.ts"

export const joinRows = defineCommand({
  name: "JOIN",
  // JOIN( is the function that joins texts, so what is printed has a word of its own.
  forms: [
    "JOIN ROWS {left}, {right}, {key}",
    "JOIN ROWS {left} WITH {right} ON {match}",
    "JOIN {left}, {right}, {key}",
    "JOIN {left} WITH {right} ON {match}",
  ],
  effect: "data",
  group: "data",
  summary: "Joins the rows of two lists or tables that agree in a field; fields of the left win.",
  params: {
    left: { kind: "table", doc: "The first list or table." },
    right: { kind: "table", doc: "The second list or table." },
    key: { kind: "text", doc: 'The field both have, or "a = b".' },
    match: { kind: "condition", doc: "A field of each: a = b." },
  },
  result: "list",
  binding: "loose",
  raises: ["basic.table_limit"],
  example: 'both = JOIN [{ id: 1, a: 2 }], [{ id: 1, b: 3 }], "id"\nTALK both[0].b',
  canvas: {
    icon: "table",
    family: "data",
    titleKey: "steps.command",
  },
})
