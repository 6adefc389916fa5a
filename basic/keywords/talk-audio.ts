import { defineCommand } from "./define.ts"

export const talkAudio = defineCommand({
  name: "TALK AUDIO",
  forms: ["TALK AUDIO {text}[ WITH VOICE {voice}]"],
  effect: "outside",
  group: "dialog",
  summary: "Says a text aloud, as a sound message with the text below it.",
  params: {
    text: { kind: "text", doc: "What is said.", isLong: true },
    voice: { kind: "text", doc: "One of the voices of the service; else that of the account." },
  },
  result: "nothing",
  raises: ["service.not_set_up", "model.refused", "model.budget_reached"],
  example: 'TALK AUDIO "Good morning! How can I help?"',
  canvas: {
    icon: "volume",
    family: "say",
    titleKey: "steps.talk_audio",
    inPalette: true,
    snippet: 'TALK AUDIO "Good morning! How can I help?"',
  },
})
