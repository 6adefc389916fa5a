import { defineCommand } from "./define.ts"

export const report = defineCommand({
  name: "REPORT",
  forms: ["REPORT"],
  effect: "recorded",
  group: "data",
  summary: "Gives a text about what SYNCHRONIZE did in this conversation.",
  params: {},
  result: "text",
  binding: "loose",
  raises: [],
  example: "TALK REPORT",
  canvas: {
    icon: "file-text",
    family: "data",
    titleKey: "steps.command",
  },
})
