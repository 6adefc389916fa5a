import { defineCommand } from "./define.ts"

export const setBotMemory = defineCommand({
  name: "SET BOT MEMORY",
  forms: [
    "SET BOT MEMORY {key}, {value}",
    "SET BOT MEMORY {key} AS {value}",
    "SET BOT MEMORY {key} = {value}",
  ],
  effect: "data",
  group: "memory",
  summary: "Keeps a value for everyone who talks to this bot.",
  params: {
    key: { kind: "text", doc: "The name to keep it under." },
    value: { kind: "any", doc: "What to keep." },
  },
  result: "nothing",
  raises: [],
  example: 'SET BOT MEMORY "visits", 1\nTALK "Kept."',
  canvas: {
    icon: "database",
    family: "data",
    titleKey: "steps.set_bot_memory",
    inPalette: true,
    snippet: 'SET BOT MEMORY "visits", 1',
  },
})
