import { defineCommand } from "./define.ts"

export const readPicture = defineCommand({
  name: "OCR",
  forms: ["OCR {file}"],
  effect: "outside",
  group: "ai",
  summary: "Reads the text in a picture.",
  params: {
    file: { kind: "any", doc: "A picture: a file value, a path or an address." },
  },
  result: "text",
  binding: "loose",
  raises: ["service.not_set_up"],
  example: 'TALK OCR "receipt.png"',
  canvas: {
    icon: "letter-case",
    family: "ai",
    titleKey: "steps.command",
  },
})
