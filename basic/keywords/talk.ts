import { defineCommand } from "./define.ts"

export const talk = defineCommand({
  name: "TALK",
  forms: ["TALK {text}"],
  effect: "say",
  group: "dialog",
  summary: "Says a message to the person in this conversation.",
  params: { text: { kind: "any", doc: "The message; Markdown is shown.", isLong: true } },
  result: "nothing",
  raises: [],
  example: 'name = "Ana"\nTALK "Hello " + name',
  canvas: {
    icon: "message",
    family: "say",
    titleKey: "steps.talk",
    inPalette: true,
    snippet: 'TALK "Hello!"',
  },
})
