import { defineCommand } from "./define.ts"

export const removeMember = defineCommand({
  name: "REMOVE MEMBER",
  forms: ["REMOVE MEMBER {team}, {email}"],
  effect: "data",
  group: "people",
  summary: "Takes somebody out of a group that the bot keeps.",
  params: {
    team: { kind: "text", doc: "The group." },
    email: { kind: "text", doc: "Their address." },
  },
  result: "map",
  raises: [],
  example:
    'ADD MEMBER "readers", "ana@example.org"\nREMOVE MEMBER "readers", "ana@example.org"\nTALK "Removed."',
  canvas: {
    icon: "user",
    family: "people",
    titleKey: "steps.command",
  },
})
