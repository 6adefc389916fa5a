import { defineCommand } from "./define.ts"

export const leaveMeet = defineCommand({
  name: "LEAVE MEET",
  forms: ["LEAVE MEET", "LEAVE MEET {room}"],
  effect: "outside",
  group: "tasks",
  summary: "Lets the bot leave a video room.",
  params: {
    room: { kind: "text", doc: "The room." },
  },
  result: "map",
  raises: ["service.not_set_up"],
  example: 'LEAVE MEET\nTALK "Out."',
  canvas: {
    icon: "headset",
    family: "people",
    titleKey: "steps.command",
  },
})
