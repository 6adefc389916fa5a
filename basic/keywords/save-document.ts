import { defineCommand } from "./define.ts"

export const saveDocument = defineCommand({
  name: "SAVE DOCUMENT",
  forms: ["SAVE DOCUMENT {path}, {content}"],
  effect: "outside",
  group: "files",
  summary: "Writes a document: as a PDF where the path ends in .pdf, as it stands elsewhere.",
  params: {
    path: { kind: "any", doc: "The file." },
    content: { kind: "any", doc: "The text." },
  },
  result: "map",

  raises: ["file.path_refused", "file.quota_reached"],
  example: 'SAVE DOCUMENT "minutes.pdf", "# Minutes"\nTALK "Saved."',
  canvas: {
    icon: "file-text",
    family: "data",
    titleKey: "steps.command",
  },
})
