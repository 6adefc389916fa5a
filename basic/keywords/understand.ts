import { defineCommand } from "./define.ts"

export const understand = defineCommand({
  name: "UNDERSTAND",
  forms: ["UNDERSTAND {text}"],
  effect: "outside",
  group: "ai",
  summary:
    "Says what a person wants: an object with intent, confidence, entities, nearest, by and text.",
  params: {
    text: { kind: "text", doc: "What the person wrote.", isLong: true },
  },
  result: "map",
  binding: "loose",
  raises: [],
  example:
    'wish = "I want a table for tomorrow"\nmeant = UNDERSTAND wish\nSELECT CASE meant.intent\nCASE "book"\n    TALK "For which day?"\nCASE ELSE\n    TALK "I did not understand that."\nEND SELECT',
  canvas: {
    icon: "sparkles",
    family: "ai",
    titleKey: "steps.understand",
    inPalette: true,
    snippet: "meant = UNDERSTAND answer",
  },
})
