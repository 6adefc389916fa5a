import { defineCommand } from "./define.ts"

export const kbStatistics = defineCommand({
  name: "KB STATISTICS",
  forms: ["KB STATISTICS"],
  effect: "data",
  group: "ai",
  summary: "Gives the figures of the knowledge bases of the bot, as JSON text.",
  params: {},
  result: "text",
  binding: "tight",
  raises: [],
  example: 'stats = PARSE_JSON(KB STATISTICS)\nTALK "Documents: " + stats.documents',
  canvas: {
    icon: "book",
    family: "ai",
    titleKey: "steps.command",
  },
})
