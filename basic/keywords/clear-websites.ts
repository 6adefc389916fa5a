import { defineCommand } from "./define.ts"

export const clearWebsites = defineCommand({
  name: "CLEAR WEBSITES",
  forms: ["CLEAR WEBSITES"],
  effect: "data",
  group: "ai",
  summary: "Takes every web site out of what this conversation knows.",
  params: {},
  result: "nothing",
  raises: [],
  example: 'CLEAR WEBSITES\nTALK "Done."',
  canvas: {
    icon: "world-x",
    family: "ai",
    titleKey: "steps.command",
  },
})
