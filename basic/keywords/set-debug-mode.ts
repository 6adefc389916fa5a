import { defineCommand } from "./define.ts"

export const setDebugMode = defineCommand({
  name: "SET DEBUG MODE",
  forms: ["SET DEBUG MODE {mode}"],
  effect: "data",
  group: "dialog",
  summary: "Says in the conversation as well what PRINT writes to the log, until it is turned off.",
  params: {
    mode: { kind: "any", doc: "ON or TRUE to begin, OFF or FALSE to end.", words: ["ON", "OFF"] },
  },
  result: "nothing",
  raises: [],
  example: 'SET DEBUG MODE ON\nPRINT "looked up"\nSET DEBUG MODE OFF\nTALK "Done."',
  canvas: { icon: "bug", family: "flow", titleKey: "steps.command" },
})
