import { defineCommand } from "./define.ts"

export const readFile = defineCommand({
  name: "READ",
  forms: ["READ {path}[ AS {shape}]"],
  effect: "outside",
  group: "files",
  summary: "Reads a file of the drive: its text, its lines, or its rows.",
  params: {
    path: { kind: "any", doc: "The file." },
    shape: {
      kind: "word",
      words: ["TABLE", "LINES"],
      doc: "TABLE for rows by the names in the first line, LINES for a list of lines.",
    },
  },
  result: "any",
  binding: "loose",
  raises: ["file.not_found", "file.path_refused", "document.unreadable"],
  example:
    'WRITE "milk" + CHR(10) + "bread" TO "list.txt"\nFOR EACH item IN READ "list.txt" AS LINES\n  TALK item\nNEXT item',
  canvas: {
    icon: "file-text",
    family: "data",
    titleKey: "steps.read_file",
    inPalette: true,
    snippet: 'text = READ "notes.txt"',
  },
})
