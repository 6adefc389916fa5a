import { defineCommand } from "./define.ts"

export const rollback = defineCommand({
  name: "ROLLBACK",
  forms: ["ROLLBACK"],
  effect: "recorded",
  group: "data",
  summary: "Would take changes back, but they are stored as they happen: it raises an error.",
  params: {},
  result: "nothing",
  raises: ["basic.no_rollback"],
  example: 'ON ERROR RESUME NEXT\nROLLBACK\nTALK "Nothing was taken back."',
  canvas: {
    icon: "database",
    family: "data",
    titleKey: "steps.command",
  },
})
