import { defineCommand } from "./define.ts"

export const beginTransaction = defineCommand({
  name: "BEGIN TRANSACTION",
  forms: ["BEGIN TRANSACTION"],
  effect: "recorded",
  group: "data",
  summary:
    "Marks, for whoever reads the script, where changes that belong together begin: each command is stored when it runs, and none waits for COMMIT.",
  params: {},
  result: "nothing",
  raises: [],
  example: 'BEGIN TRANSACTION\nSAVE "guests" WITH name = "Ana"\nCOMMIT',
  canvas: {
    icon: "database",
    family: "data",
    titleKey: "steps.command",
  },
})
