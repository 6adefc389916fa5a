import { defineCommand } from "./define.ts"

export const transferToHuman = defineCommand({
  name: "TRANSFER TO HUMAN",
  forms: [
    "TRANSFER TO HUMAN",
    "TRANSFER TO HUMAN {who}",
    "TRANSFER TO HUMAN {who}, {priority}",
    "TRANSFER TO HUMAN {who}, {priority}, {context}",
    "TRANSFER HUMAN",
    "TRANSFER HUMAN {who}",
    "TRANSFER HUMAN {who}, {priority}",
    "TRANSFER HUMAN {who}, {priority}, {context}",
  ],
  effect: "data",
  group: "people",
  summary:
    "Asks for a person: from the next message on the bot is silent until the conversation is resolved.",
  params: {
    who: { kind: "text", doc: "A person or a department; anybody when left out." },
    priority: { kind: "text", doc: "low, normal, high or urgent." },
    context: { kind: "text", doc: "What the person should know." },
  },
  result: "map",
  raises: [],
  example: 'r = TRANSFER TO HUMAN "support", "high", "Asks for a refund"\nTALK r.message',
  canvas: {
    icon: "headset",
    family: "people",
    titleKey: "steps.transfer_to_human",
    inPalette: true,
    snippet: 'TRANSFER TO HUMAN "support"',
  },
})
