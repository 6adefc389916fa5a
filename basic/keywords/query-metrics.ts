import { defineCommand } from "./define.ts"

export const queryMetrics = defineCommand({
  name: "QUERY METRICS",
  forms: ["QUERY METRICS {name} FOR {range}[ BY {interval}][ OFFSET {offset}]"],
  effect: "data",
  group: "data",
  summary: "Reads the points of a measure by intervals: time, count, sum, avg, min and max.",
  params: {
    name: { kind: "text", doc: "What is measured." },
    range: { kind: "column", doc: 'How far back: "24h", "7d".' },
    interval: { kind: "column", doc: "How long each interval is; an hour when left out." },
    offset: { kind: "number", doc: "How many intervals back it ends.", min: 0 },
  },
  result: "rows",
  binding: "loose",
  raises: ["basic.bad_value"],
  example:
    'RECORD METRIC "orders" WITH value = 3\nrows = QUERY METRICS "orders" FOR "24h" BY "1d"\nTALK rows.sum',
  canvas: {
    icon: "chart-bar",
    family: "data",
    titleKey: "steps.command",
  },
})
