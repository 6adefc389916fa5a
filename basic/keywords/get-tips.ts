import { defineCommand } from "./define.ts"

export const getTips = defineCommand({
  name: "GET TIPS",
  forms: ["GET TIPS {conversation}, {message}"],
  effect: "outside",
  group: "people",
  summary: "Asks a model what an agent should do.",
  params: {
    conversation: { kind: "text", doc: "The conversation's id; empty means this one." },
    message: { kind: "text", isLong: true, doc: "What the customer wrote." },
  },
  result: "map",
  raises: ["service.not_set_up", "model.limit_reached", "model.broke_off"],
  example: 't = GET TIPS "", "Where is my parcel?"\nTALK "Tips: " + COUNT(t.items)',
  canvas: {
    icon: "sparkles",
    family: "ai",
    titleKey: "steps.command",
  },
})
