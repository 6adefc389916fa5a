import { defineCommand } from "./define.ts"

export const setUrgency = defineCommand({
  name: "SET PRIORITY",
  forms: ["SET PRIORITY {conversation}, {priority}", "SET PRIORITY {conversation} TO {priority}"],
  effect: "data",
  group: "people",
  summary: "Says how urgent a conversation is.",
  params: {
    conversation: { kind: "text", doc: "The conversation's id; empty means this one." },
    priority: { kind: "text", doc: "low, normal, high or urgent." },
  },
  result: "map",
  raises: ["basic.bad_value"],
  example: 'TRANSFER TO HUMAN\nSET PRIORITY "", "urgent"\nTALK "Marked."',
  canvas: {
    icon: "flag",
    family: "people",
    titleKey: "steps.command",
  },
})
