import { defineCommand } from "./define.ts"

export const makeVideo = defineCommand({
  name: "VIDEO",
  forms: ["VIDEO {prompt}"],
  effect: "outside",
  group: "media",
  summary: "Has a film made from a description and gives its address.",
  params: {
    prompt: { kind: "text", doc: "What it should show.", isLong: true },
  },
  result: "text",
  binding: "loose",
  raises: ["service.not_set_up"],
  example: 'TALK "Look: " + VIDEO "a bicycle ride"',
  canvas: {
    icon: "wand",
    family: "ai",
    titleKey: "steps.command",
  },
})
