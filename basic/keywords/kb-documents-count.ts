import { defineCommand } from "./define.ts"

export const kbDocumentsCount = defineCommand({
  name: "KB DOCUMENTS COUNT",
  forms: ["KB DOCUMENTS COUNT"],
  effect: "outside",
  group: "ai",
  summary: "Counts the documents of the knowledge bases of the bot.",
  params: {},
  result: "number",
  binding: "tight",
  raises: ["service.not_set_up"],
  example: 'TALK "Documents: " + KB DOCUMENTS COUNT',
  canvas: {
    icon: "book",
    family: "ai",
    titleKey: "steps.command",
  },
})
