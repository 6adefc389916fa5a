import { defineCommand } from "./define.ts"

export const listMembers = defineCommand({
  name: "LIST MEMBERS",
  forms: ["LIST MEMBERS {team}"],
  effect: "data",
  group: "people",
  summary: "Lists who is in a group that the bot keeps.",
  params: {
    team: { kind: "text", doc: "The group." },
  },
  result: "list",
  binding: "tight",
  raises: [],
  example:
    'ADD MEMBER "readers", "ana@example.org"\nTALK "Members: " + COUNT(LIST MEMBERS "readers")',
  canvas: {
    icon: "users",
    family: "people",
    titleKey: "steps.command",
  },
})
