import { defineCommand } from "./define.ts"

export const commit = defineCommand({
  name: "COMMIT",
  forms: ["COMMIT"],
  effect: "recorded",
  group: "data",
  summary:
    "Marks, for whoever reads the script, where changes that belong together end: all of them are stored already.",
  params: {},
  result: "nothing",
  raises: [],
  example: 'SAVE "guests" WITH name = "Ana"\nCOMMIT',
  canvas: {
    icon: "database",
    family: "data",
    titleKey: "steps.command",
  },
})
