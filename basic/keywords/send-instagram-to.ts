import { defineCommand } from "./define.ts"

export const sendInstagramTo = defineCommand({
  name: "SEND INSTAGRAM TO",
  forms: ["SEND INSTAGRAM TO {recipient}, {text}"],
  effect: "outside",
  group: "mail",
  summary: "Says something to somebody on Instagram.",
  params: {
    recipient: { kind: "text", doc: "The telephone or the name there." },
    text: { kind: "text", isLong: true, doc: "What to say." },
  },
  result: "map",
  raises: ["service.not_set_up"],
  example: 'SEND INSTAGRAM TO "+5511999990000", "Hello"\nTALK "Sent."',
  canvas: {
    icon: "send",
    family: "connect",
    titleKey: "steps.command",
  },
})
