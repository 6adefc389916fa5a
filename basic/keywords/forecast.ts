import { defineCommand } from "./define.ts"

export const forecast = defineCommand({
  name: "FORECAST",
  forms: ["FORECAST {place}[, {days}]"],
  effect: "outside",
  group: "http",
  summary: "Says what the weather will be like at a place.",
  params: {
    place: { kind: "text", doc: "A town, with its country where that is not clear." },
    days: { kind: "number", min: 1, max: 5, doc: "For how many days; three when left out." },
  },
  result: "text",
  binding: "loose",
  raises: ["service.not_set_up", "http.answered_with_error"],
  example: 'TALK FORECAST "Lisbon", 3',
  canvas: {
    icon: "sun",
    family: "connect",
    titleKey: "steps.command",
  },
})
