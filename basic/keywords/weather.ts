import { defineCommand } from "./define.ts"

export const weather = defineCommand({
  name: "WEATHER",
  forms: ["WEATHER {place}"],
  effect: "outside",
  group: "http",
  summary: "Says what the weather is like at a place now.",
  params: {
    place: { kind: "text", doc: "A town, with its country where that is not clear." },
  },
  result: "text",
  binding: "loose",
  raises: ["service.not_set_up", "http.answered_with_error"],
  example: 'TALK WEATHER "Lisbon"',
  canvas: {
    icon: "sun",
    family: "connect",
    titleKey: "steps.weather",
    inPalette: true,
    snippet: 'report = WEATHER "Lisbon"',
  },
})
