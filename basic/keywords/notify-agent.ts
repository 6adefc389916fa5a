import { defineCommand } from "./define.ts"

export const notifyAgent = defineCommand({
  name: "NOTIFY AGENT",
  forms: [
    "NOTIFY AGENT {who} WITH {text}",
    "NOTIFY AGENT {who}, {text}",
    "NOTIFY AGENT WITH {text}",
  ],
  effect: "data",
  group: "people",
  summary: "Leaves a message for staff beside this conversation.",
  params: {
    who: { kind: "text", doc: "A person or a department." },
    text: { kind: "text", isLong: true, doc: "The message." },
  },
  result: "map",
  raises: [],
  example: 'NOTIFY AGENT "support" WITH "A guest asks for the manager."\nTALK "Told."',
  canvas: {
    icon: "headset",
    family: "people",
    titleKey: "steps.notify_agent",
    inPalette: true,
    snippet: 'NOTIFY AGENT "support" WITH "Please look at this."',
  },
})
