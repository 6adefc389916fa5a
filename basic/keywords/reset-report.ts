import { defineCommand } from "./define.ts"

export const resetReport = defineCommand({
  name: "RESET REPORT",
  forms: ["RESET REPORT"],
  effect: "recorded",
  group: "data",
  summary: "Begins the report of SYNCHRONIZE anew.",
  params: {},
  result: "nothing",
  raises: [],
  example: "RESET REPORT",
  canvas: {
    icon: "file-text",
    family: "data",
    titleKey: "steps.command",
  },
})
