import { defineCommand } from "./define.ts"

export const deleteUserDrive = defineCommand({
  name: "DELETE USER DRIVE",
  forms: ["DELETE USER DRIVE {path}"],
  effect: "data",
  group: "files",
  summary: "Deletes a file from the drive of the person the bot talks to.",
  params: {
    path: { kind: "any", doc: "The file." },
  },
  result: "boolean",

  raises: ["file.not_found", "file.path_refused"],
  example: 'SAVE USER DRIVE "plan.txt", "Run"\nDELETE USER DRIVE "plan.txt"\nTALK "Gone."',
  canvas: {
    icon: "trash",
    family: "data",
    titleKey: "steps.command",
  },
})
