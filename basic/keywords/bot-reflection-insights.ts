import { defineCommand } from "./define.ts"

export const botReflectionInsights = defineCommand({
  name: "BOT REFLECTION INSIGHTS",
  forms: ["BOT REFLECTION INSIGHTS"],
  effect: "outside",
  group: "bots",
  summary:
    "Reads what the review of the bot found: an object with qualityScore, summary, issues, issuesCount, suggestions, criticalIssues and timestamp.",
  params: {},
  result: "map",
  binding: "tight",
  raises: ["service.not_set_up"],
  example: 'found = BOT REFLECTION INSIGHTS\nTALK "Quality: " + found.qualityScore',
  canvas: {
    icon: "eye",
    family: "ai",
    titleKey: "steps.command",
  },
})
