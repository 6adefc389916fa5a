import { defineCommand } from "./define.ts"

export const makeAudio = defineCommand({
  name: "AUDIO",
  forms: ["AUDIO {prompt}"],
  effect: "outside",
  group: "media",
  summary: "Has sound or speech made from a text and gives its address.",
  params: {
    prompt: { kind: "text", doc: "What it should say or sound like.", isLong: true },
  },
  result: "text",
  binding: "loose",
  raises: ["service.not_set_up"],
  example: 'TALK "Listen: " + AUDIO "Welcome to our shop"',
  canvas: {
    icon: "volume",
    family: "ai",
    titleKey: "steps.command",
  },
})
