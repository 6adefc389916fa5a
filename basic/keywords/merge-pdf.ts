import { defineCommand } from "./define.ts"

export const mergePdfFiles = defineCommand({
  name: "MERGE PDF",
  forms: ["MERGE PDF {files}, {path}"],
  effect: "outside",
  group: "files",
  summary: "Joins PDF files into one.",
  params: {
    files: { kind: "any", doc: "A list of paths or file values." },
    path: { kind: "any", doc: "The PDF to make." },
  },
  result: "map",

  raises: ["file.not_found", "file.path_refused", "file.quota_reached"],
  example:
    'GENERATE PDF "One", {}, "1.pdf"\nGENERATE PDF "Two", {}, "2.pdf"\nMERGE PDF ["1.pdf", "2.pdf"], "both.pdf"\nTALK "Joined."',
  canvas: {
    icon: "stack",
    family: "data",
    titleKey: "steps.merge_pdf",
    inPalette: true,
    snippet: 'MERGE PDF ["a.pdf", "b.pdf"], "all.pdf"',
  },
})
