import { defineCommand } from "./define.ts"

export const rollback = defineCommand({
  name: "ROLLBACK",
  forms: ["ROLLBACK"],
  effect: "recorded",
  group: "data",
  summary:
    "Raises an error that can be caught: changes are stored as they happen, so there are none to take back.",
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
