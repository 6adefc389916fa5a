import { defineCommand } from "./define.ts"

export const talkFile = defineCommand({
  name: "TALK FILE",
  forms: ["TALK FILE {file}[, {caption}]"],
  effect: "outside",
  group: "dialog",
  summary: "Sends a file to the person, as SEND FILE does.",
  params: {
    file: { kind: "any", doc: "A path, an address, or a file value." },
    caption: { kind: "text", doc: "The words under it." },
  },
  result: "nothing",

  raises: ["file.not_found", "file.path_refused"],
  example: 'WRITE "Milk" TO "list.txt"\nTALK FILE "list.txt"',
  canvas: {
    icon: "file-text",
    family: "say",
    titleKey: "steps.command",
  },
})
