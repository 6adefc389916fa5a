import { defineCommand } from "./define.ts"

export const kbDocumentsCount = defineCommand({
  name: "KB DOCUMENTS COUNT",
  forms: ["KB DOCUMENTS COUNT"],
  effect: "data",
  group: "ai",
  summary: "Counts the documents of the knowledge bases of the bot.",
  params: {},
  result: "number",
  binding: "tight",
  raises: [],
  example: 'TALK "Documents: " + KB DOCUMENTS COUNT',
  canvas: {
    icon: "book",
    family: "ai",
    titleKey: "steps.command",
  },
})
