import { defineCommand } from "./define.ts"

export const getImage = defineCommand({
  name: "GET IMAGE",
  forms: ["GET IMAGE {prompt}"],
  effect: "outside",
  group: "media",
  summary: "Finds or makes a picture for a description and gives its address.",
  params: {
    prompt: { kind: "text", doc: "What it should show.", isLong: true },
  },
  result: "text",
  binding: "loose",
  raises: ["service.not_set_up"],
  example: 'TALK "Look: " + GET IMAGE "a red bicycle"',
  canvas: {
    icon: "wand",
    family: "ai",
    titleKey: "steps.command",
  },
})
