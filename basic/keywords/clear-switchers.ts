import { defineCommand } from "./define.ts"

export const clearSwitchers = defineCommand({
  name: "CLEAR SWITCHERS",
  forms: ["CLEAR SWITCHERS"],
  effect: "data",
  group: "dialog",
  summary: "Removes the switches of this conversation.",
  params: {},
  result: "nothing",
  raises: [],
  example: 'CLEAR SWITCHERS\nTALK "Done."',
  canvas: {
    icon: "switch",
    family: "say",
    titleKey: "steps.command",
  },
})
