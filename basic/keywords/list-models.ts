import { defineCommand } from "./define.ts"

export const listModels = defineCommand({
  name: "LIST MODELS",
  forms: ["LIST MODELS"],
  effect: "data",
  group: "ai",
  summary: "Lists the models the settings of the bot name.",
  params: {},
  result: "list",
  binding: "tight",
  raises: [],
  example: 'TALK "Models: " + JOIN(LIST MODELS, ", ")',
  canvas: {
    icon: "robot",
    family: "ai",
    titleKey: "steps.command",
  },
})
