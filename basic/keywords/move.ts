import { defineCommand } from "./define.ts"

export const moveFile = defineCommand({
  name: "MOVE",
  forms: ["MOVE {source} TO {destination}", "MOVE {source}, {destination}"],
  effect: "data",
  group: "files",
  summary: "Moves or renames a file or a folder of the drive.",
  params: {
    source: { kind: "any", doc: "What to take." },
    destination: { kind: "any", doc: "Its new path; what is there is replaced." },
  },
  result: "map",

  raises: ["file.not_found", "file.path_refused"],
  example:
    'WRITE "Terms of May" TO "terms.txt"\nMOVE "terms.txt" TO "archive/terms.txt"\nTALK READ "archive/terms.txt"',
  canvas: {
    icon: "arrow-right",
    family: "data",
    titleKey: "steps.move_file",
    inPalette: true,
    snippet: 'MOVE "a.txt" TO "b.txt"',
  },
})
