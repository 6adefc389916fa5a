import { defineCommand } from "./define.ts"

export const getSmartReplies = defineCommand({
  name: "GET SMART REPLIES",
  forms: ["GET SMART REPLIES {conversation}", "GET SMART REPLIES {conversation}, {message}"],
  effect: "outside",
  group: "people",
  summary: "Asks a model for answers an agent may choose from.",
  params: {
    conversation: { kind: "text", doc: "The conversation's id; empty means this one." },
    message: { kind: "text", isLong: true, doc: "What the customer wrote." },
  },
  result: "map",
  raises: ["service.not_set_up", "model.limit_reached", "model.broke_off"],
  example: 'r = GET SMART REPLIES ""\nTALK "Replies: " + COUNT(r.items)',
  canvas: {
    icon: "sparkles",
    family: "ai",
    titleKey: "steps.command",
  },
})
