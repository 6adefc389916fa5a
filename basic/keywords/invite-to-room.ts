import { defineCommand } from "./define.ts"

export const inviteToRoom = defineCommand({
  name: "INVITE TO ROOM",
  forms: ["INVITE TO ROOM {room}, {people}"],
  effect: "outside",
  group: "tasks",
  summary: "Invites people to a room.",
  params: {
    room: { kind: "text", doc: "The room." },
    people: { kind: "any", doc: "A list of addresses." },
  },
  result: "map",
  raises: ["service.not_set_up"],
  example: 'INVITE TO ROOM "Review", ["ana@example.org"]\nTALK "Invited."',
  canvas: {
    icon: "headset",
    family: "people",
    titleKey: "steps.command",
  },
})
