import { defineCommand } from "./define.ts"

export const createFile = defineCommand({
  name: "CREATE FILE",
  forms: ["CREATE FILE {path}[, {content}]"],
  effect: "outside",
  group: "files",
  summary: "Makes a file of the drive, empty or with a text.",
  params: {
    path: { kind: "any", doc: "The file." },
    content: { kind: "any", doc: "What it holds." },
  },
  result: "map",

  raises: ["file.path_refused", "file.quota_reached"],
  example: 'CREATE FILE "notes.txt", "Call Ana"\nTALK READ "notes.txt"',
  canvas: {
    icon: "file-text",
    family: "data",
    titleKey: "steps.command",
  },
})
