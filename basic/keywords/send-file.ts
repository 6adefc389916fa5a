import { defineCommand } from "./define.ts"

export const sendFile = defineCommand({
  name: "SEND FILE",
  forms: ["SEND FILE {file}[, {caption}]"],
  effect: "outside",
  group: "dialog",
  summary: "Sends a file to the person, with words under it if you like.",
  params: {
    file: { kind: "any", doc: "A path, an address, or a file value." },
    caption: { kind: "text", doc: "The words under it." },
  },
  result: "nothing",

  raises: ["file.not_found", "file.path_refused"],
  example: 'WRITE "Milk, bread" TO "list.txt"\nSEND FILE "list.txt", "Your list"',
  canvas: {
    icon: "file-text",
    family: "say",
    titleKey: "steps.send_file",
    inPalette: true,
    snippet: 'SEND FILE "terms.pdf", "Our terms"',
  },
})
