import { defineCommand } from "./define.ts"

export const useModel = defineCommand({
  name: "USE MODEL",
  forms: ["USE MODEL {model}"],
  effect: "data",
  group: "ai",
  summary: "Chooses the model that answers from here on.",
  params: {
    model: { kind: "text", doc: '"fast", "quality", "code", "auto", or the name of a model.' },
  },
  result: "nothing",
  raises: ["assistant.name_refused"],
  example: 'USE MODEL "fast"\nTALK "Quick answers from here on."',
  canvas: {
    icon: "robot",
    family: "ai",
    titleKey: "steps.command",
  },
})
