import { defineCommand } from "./define.ts"

export const botReflectionOn = defineCommand({
  name: "BOT REFLECTION ON",
  forms: ["BOT REFLECTION ON {metric}"],
  effect: "outside",
  group: "bots",
  summary: "Names what the review of the bot looks at.",
  params: {
    metric: {
      kind: "text",
      doc: '"conversation_quality", "response_accuracy", "user_satisfaction", "tone_appropriateness" or "resolution_rate".',
    },
  },
  result: "nothing",
  raises: ["service.not_set_up"],
  example: 'ON ERROR RESUME NEXT\nBOT REFLECTION ON "conversation_quality"\nTALK "Done."',
  canvas: {
    icon: "eye",
    family: "ai",
    titleKey: "steps.command",
  },
})
