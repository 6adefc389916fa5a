import { defineCommand } from "./define.ts"

export const getBotMemory = defineCommand({
  name: "GET BOT MEMORY",
  forms: ["GET BOT MEMORY {key}"],
  effect: "data",
  group: "memory",
  summary:
    "Reads a value that was kept for everyone who talks to this bot; null when there is none.",
  params: { key: { kind: "text", doc: "The name it was kept under." } },
  result: "any",
  binding: "loose",
  raises: [],
  example: 'visits = GET BOT MEMORY "visits"\nTALK "Visits: " + visits',
  canvas: {
    icon: "database",
    family: "data",
    titleKey: "steps.get_bot_memory",
    inPalette: true,
    snippet: 'visits = GET BOT MEMORY "visits"',
  },
})
