import { defineCommand } from "./define.ts"

export const kbListCollections = defineCommand({
  name: "KB LIST COLLECTIONS",
  forms: ["KB LIST COLLECTIONS"],
  effect: "data",
  group: "ai",
  summary: "Lists the knowledge bases of the bot.",
  params: {},
  result: "list",
  binding: "tight",
  raises: [],
  example: 'TALK "Known: " + JOIN(KB LIST COLLECTIONS, ", ")',
  canvas: {
    icon: "book",
    family: "ai",
    titleKey: "steps.command",
  },
})
