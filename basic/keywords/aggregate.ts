import { defineCommand } from "./define.ts"

export const aggregate = defineCommand({
  name: "AGGREGATE",
  forms: [
    "AGGREGATE {first}, {second}, {field}[, {filter}]",
    "AGGREGATE {first}, {second}",
    "AGGREGATE {first} {operation} {field}[ WHERE {where}]",
  ],
  effect: "data",
  group: "data",
  summary: "Counts or adds up a field of a list or table.",
  params: {
    first: { kind: "table", doc: "The operation, or the list or table." },
    second: { kind: "table", doc: "The list or table, or the operation." },
    operation: {
      kind: "word",
      doc: "What to work out.",
      words: ["SUM", "AVG", "AVERAGE", "COUNT", "MIN", "MAX"],
    },
    field: { kind: "column", doc: "The field." },
    filter: {
      kind: "filter",
      doc: "Which rows: a condition such as \"status = 'open'\", or the id of one.",
    },
    where: { kind: "condition", doc: "Which rows." },
  },
  result: "any",
  binding: "loose",
  raises: ["basic.bad_condition", "basic.no_column", "basic.table_not_allowed", "basic.bad_value"],
  example: 'TALK AGGREGATE "SUM", [{ n: 1 }, { n: 2 }], "n"',
  canvas: {
    icon: "function",
    family: "data",
    titleKey: "steps.command",
  },
})
