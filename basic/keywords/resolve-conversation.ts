import { defineCommand } from "./define.ts"

export const resolveConversation = defineCommand({
  name: "RESOLVE CONVERSATION",
  forms: [
    "RESOLVE CONVERSATION {conversation}",
    "RESOLVE CONVERSATION {conversation}, {reason}",
    "RESOLVE CONVERSATION {conversation} WITH {reason}",
  ],
  effect: "data",
  group: "people",
  summary: "Ends a hand-off: the bot answers again, at the question where it stood.",
  params: {
    conversation: { kind: "text", doc: "The conversation's id; empty means this one." },
    reason: { kind: "text", doc: "How it ended." },
  },
  result: "map",
  raises: [],
  example:
    'TRANSFER TO HUMAN\nr = RESOLVE CONVERSATION "", "Solved"\nTALK "Resolved: " + r.success',
  canvas: {
    icon: "circle-check",
    family: "people",
    titleKey: "steps.command",
  },
})
