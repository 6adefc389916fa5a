import { defineCommand } from "./define.ts"

export const polishMessage = defineCommand({
  name: "POLISH MESSAGE",
  forms: ["POLISH MESSAGE {message}", "POLISH MESSAGE {message}, {tone}"],
  effect: "outside",
  group: "people",
  summary: "Asks a model to put an agent's message into better words.",
  params: {
    message: { kind: "text", isLong: true, doc: "The message." },
    tone: { kind: "text", doc: "Such as friendly." },
  },
  result: "text",
  raises: ["service.not_set_up", "model.limit_reached", "model.broke_off"],
  example: 'p = POLISH MESSAGE "parcel late", "friendly"\nTALK p',
  canvas: {
    icon: "sparkles",
    family: "ai",
    titleKey: "steps.command",
  },
})
