import { defineCommand } from "./define.ts"

export const hearFromMeet = defineCommand({
  name: "HEAR FROM MEET",
  forms: ["HEAR FROM MEET", "HEAR FROM MEET {room}"],
  effect: "outside",
  group: "tasks",
  summary: "Listens to a video room.",
  params: {
    room: { kind: "text", doc: "The room." },
  },
  result: "text",
  binding: "tight",
  raises: ["service.not_set_up"],
  example: 'words = HEAR FROM MEET\nTALK "Heard: " + words',
  canvas: {
    icon: "headset",
    family: "people",
    titleKey: "steps.command",
  },
})
