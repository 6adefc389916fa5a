import { defineCommand } from "./define.ts"

export const deleteFile = defineCommand({
  name: "DELETE FILE",
  forms: ["DELETE FILE {path}"],
  effect: "data",
  group: "files",
  summary: "Deletes a file of the drive, or a folder with everything in it.",
  params: {
    path: { kind: "any", doc: "The file or folder." },
  },
  result: "boolean",

  raises: ["file.not_found", "file.path_refused"],
  example:
    'WRITE "x" TO "draft.txt"\nDELETE FILE "draft.txt"\nTALK "Files left: " + COUNT(LIST "/")',
  canvas: {
    icon: "trash",
    family: "data",
    titleKey: "steps.delete_file",
    inPalette: true,
    snippet: 'DELETE FILE "draft.txt"',
  },
})
