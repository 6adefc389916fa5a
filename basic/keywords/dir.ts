import { defineCommand } from "./define.ts"

export const listFolder = defineCommand({
  name: "DIR",
  forms: ["DIR {folder}"],
  effect: "data",
  group: "files",
  summary: "Lists the files of a folder, as LIST does.",
  params: {
    folder: { kind: "any", doc: "The folder." },
  },
  result: "list",
  binding: "loose",
  raises: ["file.path_refused"],
  example: 'WRITE "a" TO "in/one.txt"\nfiles = DIR "in"\nTALK files[0].name',
  canvas: {
    icon: "list",
    family: "data",
    titleKey: "steps.command",
  },
})
