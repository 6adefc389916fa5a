import { defineCommand } from "./define.ts"

export const sendFileTo = defineCommand({
  name: "SEND FILE TO",
  forms: ["SEND FILE TO {recipient}, {file}[, {caption}]"],
  effect: "outside",
  group: "dialog",
  summary: "Sends a file to somebody; to the person of this conversation when it is theirs.",
  params: {
    recipient: { kind: "any", doc: "Who gets it." },
    file: { kind: "any", doc: "A path, an address, or a file value." },
    caption: { kind: "text", doc: "The words under it." },
  },
  result: "nothing",

  raises: ["file.not_found", "file.path_refused", "service.not_set_up"],
  example: 'WRITE "Milk, bread" TO "list.txt"\nSEND FILE TO "me", "list.txt"',
  canvas: {
    icon: "file-text",
    family: "say",
    titleKey: "steps.command",
  },
})
