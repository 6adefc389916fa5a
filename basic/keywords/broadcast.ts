import { defineCommand } from "./define.ts"

export const broadcastMessage = defineCommand({
  name: "BROADCAST",
  forms: ["BROADCAST {text} TO {recipients}", "BROADCAST {text} TO BOTS"],
  effect: "data",
  group: "mail",
  summary:
    "Sends one message to many, and tells for each how it went; who took back consent is left out.",
  params: {
    text: { kind: "text", isLong: true, doc: "The message." },
    recipients: { kind: "any", doc: "A list of recipients, each as TALK TO takes them." },
  },
  result: "map",
  raises: ["mail.daily_limit", "mail.recipients_limit", "broadcast.quiet_hours"],
  example:
    'r = BROADCAST "We open at nine." TO ["ana@example.org", "bo@example.org"]\nTALK "Sent to " + r.sent',
  canvas: {
    icon: "send",
    family: "connect",
    titleKey: "steps.broadcast",
    inPalette: true,
    snippet: 'BROADCAST "We open at nine." TO ["ana@example.org"]',
  },
})
