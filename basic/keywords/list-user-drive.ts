import { defineCommand } from "./define.ts"

export const listUserDrive = defineCommand({
  name: "LIST USER DRIVE",
  forms: ["LIST USER DRIVE {folder}", "LIST USER DRIVE"],
  effect: "data",
  group: "files",
  summary: "Lists the files in the drive of the person the bot talks to.",
  params: {
    folder: { kind: "any", doc: "The folder; the whole drive when left out." },
  },
  result: "list",
  binding: "loose",
  raises: ["file.path_refused"],
  example: 'SAVE USER DRIVE "plan.txt", "Run"\nfiles = LIST USER DRIVE "/"\nTALK files[0].name',
  canvas: {
    icon: "list",
    family: "data",
    titleKey: "steps.command",
  },
})
