import { defineCommand } from "./define.ts"

export const addToWhiteboard = defineCommand({
  name: "ADD TO WHITEBOARD",
  forms: ["ADD TO WHITEBOARD {text}", "ADD TO WHITEBOARD {room}, {text}"],
  effect: "outside",
  group: "tasks",
  summary: "Writes on the whiteboard of a video room.",
  params: {
    room: { kind: "text", doc: "The room." },
    text: { kind: "text", doc: "What to write." },
  },
  result: "map",
  raises: ["service.not_set_up"],
  example: 'ADD TO WHITEBOARD "Agenda"\nTALK "Written."',
  canvas: {
    icon: "headset",
    family: "people",
    titleKey: "steps.command",
  },
})
