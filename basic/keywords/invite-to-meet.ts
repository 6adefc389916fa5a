import { defineCommand } from "./define.ts"

export const inviteToMeet = defineCommand({
  name: "INVITE TO MEET",
  forms: ["INVITE TO MEET {room}, {people}", "INVITE TO MEET {people}"],
  effect: "outside",
  group: "tasks",
  summary: "Invites people to a video room.",
  params: {
    room: { kind: "text", doc: "The room." },
    people: { kind: "any", doc: "A list of addresses." },
  },
  result: "map",
  raises: ["service.not_set_up"],
  example: 'INVITE TO MEET "Review", ["ana@example.org"]\nTALK "Invited."',
  canvas: {
    icon: "headset",
    family: "people",
    titleKey: "steps.command",
  },
})
