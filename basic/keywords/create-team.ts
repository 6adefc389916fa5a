import { defineCommand } from "./define.ts"

export const createTeam = defineCommand({
  name: "CREATE TEAM",
  forms: ["CREATE TEAM {team}", "CREATE TEAM {team}, {people}"],
  effect: "data",
  group: "people",
  summary: "Makes a group that the bot keeps. It gives nobody a right in the dashboard.",
  params: {
    team: { kind: "text", doc: "The group." },
    people: { kind: "any", doc: "A list of addresses." },
  },
  result: "map",
  raises: ["team.limit"],
  example: 'CREATE TEAM "readers", ["ana@example.org"]\nTALK "Made."',
  canvas: {
    icon: "users",
    family: "people",
    titleKey: "steps.command",
  },
})
