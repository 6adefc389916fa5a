import { defineCommand } from "./define.ts"

export const startMeet = defineCommand({
  name: "START MEET",
  forms: [
    "START MEET {name}",
    "START MEET {name} WITH BOT",
    "START MEET {name} WITH OPTIONS {options}",
  ],
  effect: "outside",
  group: "tasks",
  summary: "Opens a video room.",
  params: {
    name: { kind: "text", doc: "What the room is called." },
    options: { kind: "any", doc: "Settings as JSON." },
  },
  result: "map",
  raises: ["service.not_set_up"],
  example: 'r = START MEET "Review"\nTALK "Room: " + r.name',
  canvas: {
    icon: "headset",
    family: "people",
    titleKey: "steps.command",
  },
})
