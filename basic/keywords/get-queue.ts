import { defineCommand } from "./define.ts"

export const getQueue = defineCommand({
  name: "GET QUEUE",
  forms: ["GET QUEUE"],
  effect: "data",
  group: "people",
  summary: "Tells which conversations wait for a person or have one.",
  params: {},
  result: "map",
  binding: "tight",
  raises: [],
  example: 'q = GET QUEUE\nTALK "Waiting: " + q.waiting',
  canvas: {
    icon: "list-details",
    family: "people",
    titleKey: "steps.command",
  },
})
