import { defineCommand } from "./define.ts"

export const chart = defineCommand({
  name: "CHART",
  forms: ["CHART {type}, {data}"],
  effect: "data",
  group: "data",
  summary: "Draws rows as a picture: SVG text.",
  params: {
    type: { kind: "text", doc: "bar, line, timeseries, pie or donut." },
    data: { kind: "table", doc: "Numbers, an object of names and numbers, rows, or a table." },
  },
  result: "text",
  binding: "loose",
  raises: ["basic.bad_value"],
  example: 'picture = CHART "bar", { May: 3, June: 5 }\nTALK LEN(picture) > 100',
  canvas: {
    icon: "chart-bar",
    family: "data",
    titleKey: "steps.command",
  },
})
