import { defineCommand } from "./define.ts"

export const hearFromMeet = defineCommand({
  name: "HEAR FROM MEET",
  forms: ["HEAR FROM MEET", "HEAR FROM MEET {room}[ TIMEOUT {seconds}]"],
  effect: "outside",
  group: "tasks",
  summary: "Listens to a video room.",
  params: {
    room: { kind: "text", doc: "The room." },
    seconds: { kind: "number", min: 0, unit: "s", doc: "How long to listen at most." },
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
