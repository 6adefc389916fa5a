import { defineCommand } from "./define.ts"

export const getUserMemory = defineCommand({
  name: "GET USER MEMORY",
  forms: ["GET USER MEMORY {key}"],
  effect: "data",
  group: "memory",
  summary: "Reads a value that was kept for this person; null when there is none.",
  params: { key: { kind: "text", doc: "The name it was kept under." } },
  result: "any",
  binding: "loose",
  raises: [],
  example: 'visits = GET USER MEMORY "visits"\nTALK "Visits: " + visits',
  canvas: {
    icon: "user",
    family: "data",
    titleKey: "steps.get_user_memory",
    inPalette: true,
    snippet: 'visits = GET USER MEMORY "visits"',
  },
})
