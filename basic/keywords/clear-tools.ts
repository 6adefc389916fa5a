import { defineCommand } from "./define.ts"

export const clearTools = defineCommand({
  name: "CLEAR TOOLS",
  forms: ["CLEAR TOOLS"],
  effect: "data",
  group: "ai",
  summary: "Takes every tool away from the model of this conversation.",
  params: {},
  result: "nothing",
  raises: [],
  example: 'CLEAR TOOLS\nTALK "Done."',
  canvas: {
    icon: "tool",
    family: "ai",
    titleKey: "steps.command",
  },
})
