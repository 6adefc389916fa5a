import { defineCommand } from "./define.ts"

export const readUserDrive = defineCommand({
  name: "READ USER DRIVE",
  forms: ["READ USER DRIVE {path}[ AS {shape}]"],
  effect: "outside",
  group: "files",
  summary: "Reads a file from the drive of the person the bot talks to.",
  params: {
    path: { kind: "any", doc: "The file." },
    shape: {
      kind: "word",
      words: ["TABLE", "LINES"],
      doc: "TABLE for rows, LINES for a list of lines.",
    },
  },
  result: "any",
  binding: "loose",
  raises: ["file.not_found", "file.path_refused"],
  example: 'SAVE USER DRIVE "plan.txt", "Run twice a week"\nTALK READ USER DRIVE "plan.txt"',
  canvas: {
    icon: "file-text",
    family: "data",
    titleKey: "steps.command",
  },
})
