import { defineCommand } from "./define.ts"

export const addMember = defineCommand({
  name: "ADD MEMBER",
  forms: [
    "ADD MEMBER {team}, {email}",
    "ADD MEMBER {team}, {email}, {role}",
    "ADD MEMBER {email} TO {team}",
  ],
  effect: "data",
  group: "people",
  summary: "Adds somebody to a group that the bot keeps.",
  params: {
    team: { kind: "text", doc: "The group." },
    email: { kind: "text", doc: "Their address." },
    role: { kind: "text", doc: "admin, member or viewer; member when left out." },
  },
  result: "map",
  raises: ["team.limit", "basic.bad_value"],
  example: 'ADD MEMBER "readers", "ana@example.org", "viewer"\nTALK "Added."',
  canvas: {
    icon: "user-plus",
    family: "people",
    titleKey: "steps.command",
  },
})
