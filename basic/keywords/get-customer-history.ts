import { defineCommand } from "./define.ts"

export const getCustomerHistory = defineCommand({
  name: "GET CUSTOMER HISTORY",
  forms: ["GET CUSTOMER HISTORY {conversation}"],
  effect: "data",
  group: "people",
  summary: "Tells what was said in a conversation, and in others with the same person.",
  params: {
    conversation: { kind: "text", doc: "The conversation's id; empty means this one." },
  },
  result: "map",
  raises: [],
  example: 'h = GET CUSTOMER HISTORY ""\nTALK "Messages: " + COUNT(h.items)',
  canvas: {
    icon: "history",
    family: "people",
    titleKey: "steps.command",
  },
})
