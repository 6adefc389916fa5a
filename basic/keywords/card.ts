import { defineCommand } from "./define.ts"

export const makeCard = defineCommand({
  name: "CARD",
  forms: ["CARD {image}, {text}[, {style}[, {count}]]"],
  effect: "outside",
  group: "media",
  summary:
    "Makes cards for social networks: an object with image_path, image_url, text_content, hashtags, caption, style and dimensions, or a list of them.",
  params: {
    image: { kind: "text", doc: "What the picture shows.", isLong: true },
    text: { kind: "text", doc: "What the words are about.", isLong: true },
    style: {
      kind: "text",
      doc: "modern, minimal, vibrant, dark, light, gradient, polaroid, magazine, story or carousel.",
    },
    count: { kind: "number", min: 1, max: 10, doc: "How many cards." },
  },
  result: "any",
  binding: "loose",
  raises: ["service.not_set_up"],
  example: 'card = CARD "a red bicycle", "our summer offer"\nTALK card.caption',
  canvas: {
    icon: "wand",
    family: "ai",
    titleKey: "steps.command",
  },
})
