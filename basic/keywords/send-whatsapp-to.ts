import { defineCommand } from "./define.ts"

export const sendWhatsappTo = defineCommand({
  name: "SEND WHATSAPP TO",
  forms: ["SEND WHATSAPP TO {recipient}, {text}"],
  effect: "outside",
  group: "mail",
  summary: "Says something to somebody on WhatsApp.",
  params: {
    recipient: { kind: "text", doc: "The telephone or the name there." },
    text: { kind: "text", isLong: true, doc: "What to say." },
  },
  result: "map",
  raises: ["service.not_set_up"],
  example: 'SEND WHATSAPP TO "+5511999990000", "Hello"\nTALK "Sent."',
  canvas: {
    icon: "send",
    family: "connect",
    titleKey: "steps.command",
  },
})
