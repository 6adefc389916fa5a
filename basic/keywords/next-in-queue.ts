import { defineCommand } from "./define.ts"

export const nextInQueue = defineCommand({
  name: "NEXT IN QUEUE",
  forms: ["NEXT IN QUEUE"],
  effect: "data",
  group: "people",
  summary: "Tells which conversation should be answered next; null when none waits.",
  params: {},
  result: "map",
  binding: "tight",
  raises: [],
  example: 'n = NEXT IN QUEUE\nIF n IS NULL THEN\nTALK "Nobody waits."\nEND IF',
  canvas: {
    icon: "list-details",
    family: "people",
    titleKey: "steps.command",
  },
})
