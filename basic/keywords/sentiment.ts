import { defineCommand } from "./define.ts"

export const judgeSentiment = defineCommand({
  name: "SENTIMENT",
  forms: ["SENTIMENT {text}"],
  effect: "outside",
  group: "ai",
  summary:
    "Has a language model judge the mood of a text: an object with sentiment (positive, neutral, negative) and score from -1 to 1.",
  params: {
    text: { kind: "text", doc: "The text.", isLong: true },
  },
  result: "map",
  binding: "loose",
  raises: ["service.not_set_up", "model.refused", "model.timed_out", "model.limit_reached"],
  example: 'mood = SENTIMENT "I love it"\nTALK "That is " + mood.sentiment',
  canvas: {
    icon: "sparkles",
    family: "ai",
    titleKey: "steps.command",
  },
})
