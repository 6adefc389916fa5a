import { defineCommand } from "./define.ts"

export const talkTo = defineCommand({
  name: "TALK TO",
  forms: ["TALK TO {recipient}, {text}", "SEND TO {recipient}, {text}"],
  effect: "outside",
  group: "mail",
  summary:
    "Says something to somebody else: by mail, in another conversation of this bot, or on another channel.",
  params: {
    recipient: {
      kind: "text",
      doc: "`channel:address`, such as email:ana@example.org or web: and the id of a conversation; a bare address or telephone works too.",
    },
    text: { kind: "text", isLong: true, doc: "What to say." },
  },
  result: "map",
  raises: ["service.not_set_up", "conversation.not_found", "mail.unreachable", "mail.refused"],
  example: 'TALK TO "email:ana@example.org", "Your table is ready."\nTALK "Ana knows."',
  canvas: {
    icon: "send",
    family: "say",
    titleKey: "steps.talk_to",
    inPalette: true,
    snippet: 'TALK TO "email:ana@example.org", "Hello"',
  },
})
