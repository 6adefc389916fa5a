import { defineCommand } from "./define.ts"

export const botReflection = defineCommand({
  name: "BOT REFLECTION",
  forms: ["BOT REFLECTION {isOn}"],
  effect: "outside",
  group: "bots",
  summary: "Turns the review of the bot by a model on or off.",
  params: {
    isOn: { kind: "boolean", doc: "TRUE or FALSE." },
  },
  result: "nothing",
  raises: ["service.not_set_up"],
  example: 'ON ERROR RESUME NEXT\nBOT REFLECTION TRUE\nTALK "Done."',
  canvas: {
    icon: "eye",
    family: "ai",
    titleKey: "steps.command",
  },
})
