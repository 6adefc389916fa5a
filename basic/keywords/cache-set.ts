import { defineCommand } from "./define.ts"

export const cacheSet = defineCommand({
  name: "CACHE SET",
  forms: ["CACHE SET {key}, {value}", "CACHE SET {key}, {value}, {seconds}"],
  effect: "data",
  group: "memory",
  summary: "Keeps a value for everyone who talks to this bot, for a while.",
  params: {
    key: { kind: "text", doc: "The name to keep it under." },
    value: { kind: "any", doc: "What to keep." },
    seconds: {
      kind: "number",
      min: 1,
      max: 31536000,
      unit: "s",
      doc: "For how long; an hour when left out.",
    },
  },
  result: "nothing",
  raises: ["memory.key_refused", "memory.value_too_large"],
  example: 'CACHE SET "rate", 5.2, 60\nTALK "Kept."',
  canvas: {
    icon: "database",
    family: "data",
    titleKey: "steps.command",
  },
})
