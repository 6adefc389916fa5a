import { defineCommand } from "./define.ts"

export const makeAudio = defineCommand({
  name: "AUDIO",
  forms: ["AUDIO {prompt}[ WITH VOICE {voice}]"],
  effect: "outside",
  group: "media",
  summary: "Has a text said aloud and gives the address of the sound.",
  params: {
    prompt: { kind: "text", doc: "What is said.", isLong: true },
    voice: { kind: "text", doc: "One of the voices of the service; else that of the account." },
  },
  result: "text",
  binding: "loose",
  raises: ["service.not_set_up", "model.refused", "model.budget_reached"],
  example: 'TALK "Listen: " + AUDIO "Welcome to our shop"',
  canvas: {
    icon: "volume",
    family: "ai",
    titleKey: "steps.command",
  },
})
