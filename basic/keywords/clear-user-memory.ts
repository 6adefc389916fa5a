import { defineCommand } from "./define.ts"

export const clearUserMemory = defineCommand({
  name: "CLEAR USER MEMORY",
  forms: ["CLEAR USER MEMORY"],
  effect: "data",
  group: "memory",
  summary: "Forgets everything the bot remembers of the person who talks.",
  params: {},
  result: "number",
  binding: "tight",
  raises: [],
  example: 'CLEAR USER MEMORY\nTALK "Forgotten."',
  canvas: {
    icon: "eraser",
    family: "data",
    titleKey: "steps.command",
  },
})
