import { defineCommand } from "./define.ts"

export const sendSms = defineCommand({
  name: "SEND SMS",
  forms: [
    "SEND SMS {phone}, {text}",
    "SEND SMS {phone}, {text}, {provider}",
    "SEND SMS {phone}, {text}, {provider}, {priority}",
    "SEND SMS TO {phone}, {text}",
  ],
  effect: "outside",
  group: "mail",
  summary: "Sends a short message to a telephone.",
  params: {
    phone: { kind: "text", doc: "The number, with its country." },
    text: { kind: "text", isLong: true, doc: "What to say." },
    provider: { kind: "text", doc: "The provider, or the priority." },
    priority: { kind: "text", doc: "low, normal, high or urgent." },
  },
  result: "map",
  raises: ["service.not_set_up"],
  example: 'r = SEND SMS "+5511999990000", "Your table is ready."\nTALK "Sent: " + r.success',
  canvas: {
    icon: "phone",
    family: "connect",
    titleKey: "steps.send_sms",
    inPalette: true,
    snippet: 'SEND SMS "+5511999990000", "Your table is ready."',
  },
})
