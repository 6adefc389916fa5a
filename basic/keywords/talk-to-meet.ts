import { defineCommand } from "./define.ts"

export const talkToMeet = defineCommand({
  name: "TALK TO MEET",
  forms: ["TALK TO MEET {text}", "TALK TO MEET {room}, {text}"],
  effect: "outside",
  group: "tasks",
  summary: "Says something in a video room.",
  params: {
    room: { kind: "text", doc: "The room." },
    text: { kind: "text", doc: "What to say." },
  },
  result: "map",
  raises: ["service.not_set_up"],
  example: 'TALK TO MEET "Hello everybody"\nTALK "Said."',
  canvas: {
    icon: "headset",
    family: "people",
    titleKey: "steps.command",
  },
})
