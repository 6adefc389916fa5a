import { defineCommand } from "./define.ts"

export const setUserMemory = defineCommand({
  name: "SET USER MEMORY",
  forms: [
    "SET USER MEMORY {key}, {value}[, {duration}]",
    "SET USER MEMORY {key} AS {value}",
    "SET USER MEMORY {key} = {value}",
  ],
  effect: "data",
  group: "memory",
  summary: "Keeps a value for this person, in every conversation.",
  params: {
    key: { kind: "text", doc: "The name to keep it under." },
    value: { kind: "any", doc: "What to keep." },
    duration: {
      kind: "any",
      doc: 'How long: "30 days", "5 minutes", "forever", or a number of days; forever when left out.',
    },
  },
  result: "nothing",
  raises: ["memory.duration_refused"],
  example: 'SET USER MEMORY "visits", 1\nTALK "Kept."',
  canvas: {
    icon: "user",
    family: "data",
    titleKey: "steps.set_user_memory",
    inPalette: true,
    snippet: 'SET USER MEMORY "visits", 1',
  },
})
