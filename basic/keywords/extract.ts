import { defineCommand } from "./define.ts"

export const extractFiles = defineCommand({
  name: "EXTRACT",
  forms: ["EXTRACT {path} TO {folder}", "EXTRACT {path}, {folder}"],
  effect: "outside",
  group: "files",
  summary: "Unpacks a zip archive into a folder.",
  params: {
    path: { kind: "any", doc: "The archive." },
    folder: { kind: "any", doc: "Where its files go." },
  },
  result: "map",

  raises: ["file.not_found", "file.path_refused", "file.quota_reached", "document.too_large"],
  example:
    'WRITE "a" TO "in/one.txt"\nCOMPRESS "in" TO "all.zip"\ngot = EXTRACT "all.zip" TO "out"\nTALK got.file_count + " unpacked"',
  canvas: {
    icon: "stack",
    family: "data",
    titleKey: "steps.extract",
    inPalette: true,
    snippet: 'EXTRACT "all.zip" TO "in"',
  },
})
