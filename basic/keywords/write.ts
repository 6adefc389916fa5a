import { defineCommand } from "./define.ts"

export const writeFile = defineCommand({
  name: "WRITE",
  forms: ["WRITE {content} TO {path}[ {mode}][ AS {shape}]", "WRITE {path}, {content}"],
  effect: "outside",
  group: "files",
  summary: "Writes a file of the drive, or adds to its end.",
  params: {
    content: { kind: "any", doc: "The text, or rows for AS TABLE and for .csv and .xlsx files." },
    path: { kind: "any", doc: "The file." },
    mode: { kind: "word", words: ["APPEND"], doc: "APPEND adds to the end." },
    shape: {
      kind: "word",
      words: ["TABLE", "LINES"],
      doc: "TABLE writes rows under their names, LINES a list line by line.",
    },
  },
  result: "map",

  raises: ["file.path_refused", "file.quota_reached", "file.too_large"],
  example:
    'WRITE "Opened at 9" TO "log.txt"\nWRITE CHR(10) + "Closed at 17" TO "log.txt" APPEND\nTALK READ "log.txt"',
  canvas: {
    icon: "pencil",
    family: "data",
    titleKey: "steps.write_file",
    inPalette: true,
    snippet: 'WRITE "Hello" TO "notes.txt"',
  },
})
