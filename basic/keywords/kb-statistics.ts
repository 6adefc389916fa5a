import { defineCommand } from "./define.ts"

export const kbStatistics = defineCommand({
  name: "KB STATISTICS",
  forms: ["KB STATISTICS"],
  effect: "outside",
  group: "ai",
  summary: "Gives the figures of the knowledge bases of the bot, as JSON text.",
  params: {},
  result: "text",
  binding: "tight",
  raises: ["service.not_set_up"],
  example: 'stats = PARSE_JSON(KB STATISTICS)\nTALK "Documents: " + stats.documents',
  canvas: {
    icon: "book",
    family: "ai",
    titleKey: "steps.command",
  },
})
