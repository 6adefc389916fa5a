import { defineCommand } from "./define.ts"

export const sendToSession = defineCommand({
  name: "SEND TO SESSION",
  forms: ["SEND TO SESSION {session}, {text}"],
  effect: "data",
  group: "mail",
  summary: "Says something in another conversation of this bot that is still open.",
  params: {
    session: { kind: "text", doc: "The id of the conversation." },
    text: { kind: "text", isLong: true, doc: "What to say." },
  },
  result: "map",
  raises: ["conversation.not_found"],
  example: 'SEND TO SESSION SESSION_ID(), "News!"\nTALK "Told."',
  canvas: {
    icon: "messages",
    family: "say",
    titleKey: "steps.command",
  },
})
