import { defineCommand } from "./define.ts"

export const addToKb = defineCommand({
  name: "ADD TO KB",
  forms: ["ADD TO KB {name}, {document}", "ADD TO KB {document}"],
  effect: "outside",
  group: "ai",
  summary: "Adds a document to a knowledge base of the bot.",
  params: {
    document: { kind: "any", doc: "A text, a file value or the path of a file.", isLong: true },
    name: { kind: "text", doc: "The knowledge base; the one that is active when left out." },
  },
  result: "nothing",
  raises: ["service.not_set_up"],
  example: 'ON ERROR RESUME NEXT\nADD TO KB "prices", "Tea costs two euros."\nTALK "Done."',
  canvas: {
    icon: "book",
    family: "ai",
    titleKey: "steps.command",
  },
})
