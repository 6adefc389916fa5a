import { defineCommand } from "./define.ts"

export const addToKb = defineCommand({
  name: "ADD TO KB",
  forms: ["ADD TO KB {name}, {document}", "ADD TO KB {document}"],
  effect: "data",
  group: "ai",
  summary: "Adds a document to a knowledge base of the bot.",
  params: {
    document: { kind: "any", doc: "A text, a file value or the path of a file.", isLong: true },
    name: { kind: "text", doc: "The knowledge base; the one that is active when left out." },
  },
  result: "nothing",
  raises: [
    "knowledge.base_not_found",
    "knowledge.type_refused",
    "knowledge.empty",
    "knowledge.too_many",
    "file.not_found",
  ],
  example: 'ON ERROR RESUME NEXT\nADD TO KB "prices", "Tea costs two euros."\nTALK "Done."',
  canvas: {
    icon: "book",
    family: "ai",
    titleKey: "steps.command",
  },
})
