import { defineCommand } from "./define.ts"

export const getCurrentModel = defineCommand({
  name: "GET CURRENT MODEL",
  forms: ["GET CURRENT MODEL"],
  effect: "data",
  group: "ai",
  summary: 'Gives the model the script chose with USE MODEL, or "default".',
  params: {},
  result: "text",
  binding: "tight",
  raises: [],
  example: 'USE MODEL "fast"\nTALK "Model: " + GET CURRENT MODEL',
  canvas: {
    icon: "robot",
    family: "ai",
    titleKey: "steps.command",
  },
})
