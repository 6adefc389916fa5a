import { defineCommand } from "./define.ts"

export const addWidget = defineCommand({
  name: "ADD WIDGET",
  forms: ["ADD WIDGET {title}[, {data}[, {type}]]"],
  effect: "outside",
  group: "data",
  summary: "Adds a chart or a figure to a dashboard of another service.",
  params: {
    title: { kind: "text", doc: "What stands above it." },
    data: { kind: "any", doc: "What it shows." },
    type: { kind: "text", doc: "How it shows it: number, bar, line, pie or table." },
  },
  result: "any",
  binding: "loose",
  raises: ["service.not_set_up"],
  example: 'ON ERROR RESUME NEXT\nADD WIDGET "Guests today", 12\nTALK "Done."',
  canvas: { icon: "chart-bar", family: "connect", titleKey: "steps.command" },
})
