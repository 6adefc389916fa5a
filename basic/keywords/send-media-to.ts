import { defineCommand } from "./define.ts"

export const sendMediaTo = defineCommand({
  name: "SEND MEDIA TO",
  forms: ["SEND MEDIA TO {recipient}, {file}", "SEND MEDIA TO {recipient}, {file}, {caption}"],
  effect: "outside",
  group: "mail",
  summary: "Sends a picture or a file to somebody on another channel.",
  params: {
    recipient: { kind: "text", doc: "`channel:address`." },
    file: { kind: "any", doc: "The file, or its path or address." },
    caption: { kind: "text", doc: "Words below it." },
  },
  result: "map",
  raises: ["service.not_set_up"],
  example: 'SEND MEDIA TO "whatsapp:+5511999990000", "menu.png"\nTALK "Sent."',
  canvas: {
    icon: "send",
    family: "connect",
    titleKey: "steps.command",
  },
})
