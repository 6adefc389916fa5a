import { defineCommand } from "./define.ts"

export const assignConversation = defineCommand({
  name: "ASSIGN CONVERSATION",
  forms: [
    "ASSIGN CONVERSATION {conversation}, {attendant}",
    "ASSIGN CONVERSATION {conversation} TO {attendant}",
  ],
  effect: "data",
  group: "people",
  summary: "Gives a conversation to a person.",
  params: {
    conversation: { kind: "text", doc: "The conversation's id; empty means this one." },
    attendant: { kind: "text", doc: "An id, an address or a name." },
  },
  result: "map",
  raises: [],
  example: 'r = ASSIGN CONVERSATION "", "ana@example.org"\nTALK "Assigned: " + r.success',
  canvas: {
    icon: "user-plus",
    family: "people",
    titleKey: "steps.assign_conversation",
    inPalette: true,
    snippet: 'ASSIGN CONVERSATION "", "ana@example.org"',
  },
})
