import { defineCommand } from "./define.ts"

export const saveUserDrive = defineCommand({
  name: "SAVE USER DRIVE",
  forms: ["SAVE USER DRIVE {path}, {content}"],
  effect: "outside",
  group: "files",
  summary: "Writes a file into the drive of the person the bot talks to.",
  params: {
    path: { kind: "any", doc: "The file." },
    content: { kind: "any", doc: "What it holds." },
  },
  result: "map",

  raises: ["file.path_refused", "file.quota_reached"],
  example: 'SAVE USER DRIVE "plan.txt", "Run twice a week"\nTALK "Kept for you."',
  canvas: {
    icon: "file-text",
    family: "data",
    titleKey: "steps.command",
  },
})
