import { defineCommand } from "./define.ts"

export const joinMeet = defineCommand({
  name: "JOIN MEET",
  forms: ["JOIN MEET {room}", "JOIN MEET {room} WITH BOT"],
  effect: "outside",
  group: "tasks",
  summary: "Lets the bot join a video room.",
  params: {
    room: { kind: "text", doc: "The room." },
  },
  result: "map",
  raises: ["service.not_set_up"],
  example: 'JOIN MEET "Review"\nTALK "In."',
  canvas: {
    icon: "headset",
    family: "people",
    titleKey: "steps.command",
  },
})
