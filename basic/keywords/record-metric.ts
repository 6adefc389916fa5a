import { defineCommand } from "./define.ts"

export const recordMetric = defineCommand({
  name: "RECORD METRIC",
  forms: ["RECORD METRIC {name} WITH {fields}", "RECORD METRIC {name}"],
  effect: "data",
  group: "data",
  summary: 'Keeps a point of a measure, with the time, in the table "metrics".',
  params: {
    name: { kind: "text", doc: "What is measured." },
    fields: { kind: "fields", doc: "value, and what else belongs to the point." },
  },
  result: "nothing",
  raises: ["basic.table_limit"],
  example: 'RECORD METRIC "orders" WITH value = 3\nTALK "Noted."',
  canvas: {
    icon: "chart-bar",
    family: "data",
    titleKey: "steps.command",
  },
})
