import { defineCommand } from "./define.ts"

export const readPicture = defineCommand({
  name: "OCR",
  forms: ["OCR {file}"],
  effect: "outside",
  group: "ai",
  summary: "Reads the text in a picture or a document.",
  params: {
    file: { kind: "any", doc: "A picture: a file value, a path or an address." },
  },
  result: "text",
  binding: "loose",
  raises: ["file.not_found", "document.unreadable", "document.type_refused"],
  example: 'TALK OCR "receipt.png"',
  canvas: {
    icon: "letter-case",
    family: "ai",
    titleKey: "steps.command",
  },
})
