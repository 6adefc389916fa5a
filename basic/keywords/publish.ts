import { defineCommand } from "./define.ts"

export const publish = defineCommand({
  name: "PUBLISH",
  forms: ["PUBLISH"],
  effect: "recorded",
  group: "mail",
  summary: "Marks the place in front of a mass send in old scripts; it does nothing.",
  params: {},
  result: "nothing",
  raises: [],
  example: 'PUBLISH\nTALK "Published."',
  canvas: {
    icon: "send",
    family: "connect",
    titleKey: "steps.command",
  },
})
