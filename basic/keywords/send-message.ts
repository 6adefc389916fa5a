import { defineCommand } from "./define.ts"

export const sendMessage = defineCommand({
  name: "SEND MESSAGE",
  forms: ["SEND MESSAGE {text}"],
  effect: "say",
  group: "mail",
  summary: "Says something, like TALK.",
  params: {
    text: { kind: "text", isLong: true, doc: "What to say." },
  },
  result: "nothing",
  raises: [],
  example: 'SEND MESSAGE "Hello"',
  canvas: {
    icon: "message",
    family: "say",
    titleKey: "steps.command",
  },
})
