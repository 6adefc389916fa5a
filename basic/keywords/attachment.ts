import { defineCommand } from "./define.ts"

export const attachFile = defineCommand({
  name: "ATTACHMENT",
  forms: ["ATTACHMENT {file}"],
  effect: "data",
  group: "files",
  summary: "Marks a file as an attachment of a mail.",
  params: {
    file: { kind: "any", doc: "A path or a file value." },
  },
  result: "map",

  raises: ["file.not_found", "file.path_refused"],
  example: 'WRITE "Terms" TO "terms.txt"\nf = ATTACHMENT "terms.txt"\nTALK f.name',
  canvas: {
    icon: "link",
    family: "data",
    titleKey: "steps.command",
  },
})
