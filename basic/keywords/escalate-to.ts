import { defineCommand } from "./define.ts"

export const escalateTo = defineCommand({
  name: "ESCALATE TO",
  forms: [
    "ESCALATE TO {queue}",
    "ESCALATE TO {queue}, {reason}",
    "ESCALATE TO {queue} WITH {reason}",
  ],
  effect: "data",
  group: "people",
  summary: "Raises this conversation to a queue with high priority; a person answers it.",
  params: {
    queue: { kind: "text", doc: "The queue or department." },
    reason: { kind: "text", doc: "Why." },
  },
  result: "map",
  raises: [],
  example: 'ESCALATE TO "managers", "Angry guest"\nTALK "A manager will answer."',
  canvas: {
    icon: "headset",
    family: "people",
    titleKey: "steps.command",
  },
})
