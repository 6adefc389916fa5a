import { defineCommand } from "./define.ts"

export const copyFile = defineCommand({
  name: "COPY",
  forms: ["COPY {source} TO {destination}", "COPY {source}, {destination}"],
  effect: "data",
  group: "files",
  summary: "Copies a file or a folder of the drive to another path.",
  params: {
    source: { kind: "any", doc: "What to take." },
    destination: { kind: "any", doc: "Its new path; what is there is replaced." },
  },
  result: "map",

  raises: ["file.not_found", "file.path_refused"],
  example:
    'WRITE "Terms of May" TO "terms.txt"\nCOPY "terms.txt" TO "archive/terms.txt"\nTALK READ "archive/terms.txt"',
  canvas: {
    icon: "copy",
    family: "data",
    titleKey: "steps.copy_file",
    inPalette: true,
    snippet: 'COPY "a.txt" TO "b.txt"',
  },
})
