import { defineCommand } from "./define.ts"

export const makeImage = defineCommand({
  name: "IMAGE",
  forms: ["IMAGE {prompt}"],
  effect: "outside",
  group: "media",
  summary: "Has a picture made from a description and gives its address.",
  params: {
    prompt: { kind: "text", doc: "What it should show.", isLong: true },
  },
  result: "text",
  binding: "loose",
  raises: ["service.not_set_up"],
  example: 'TALK "Look: " + IMAGE "a red bicycle"',
  canvas: {
    icon: "wand",
    family: "ai",
    titleKey: "steps.image",
    inPalette: true,
    snippet: 'picture = IMAGE "a red bicycle"',
  },
})
