import { defineCommand } from "./define.ts"

export const kbDocumentsAddedSince = defineCommand({
  name: "KB DOCUMENTS ADDED SINCE",
  forms: ["KB DOCUMENTS ADDED SINCE {days}"],
  effect: "data",
  group: "ai",
  summary: "Counts the documents that were added in the last days.",
  params: {
    days: { kind: "number", min: 0, doc: "How many days back." },
  },
  result: "number",
  binding: "tight",
  raises: [],
  example: 'TALK "New: " + KB DOCUMENTS ADDED SINCE 7',
  canvas: {
    icon: "book",
    family: "ai",
    titleKey: "steps.command",
  },
})
