import { defineCommand } from "./define.ts"

export const kbStorageSize = defineCommand({
  name: "KB STORAGE SIZE",
  forms: ["KB STORAGE SIZE"],
  effect: "outside",
  group: "ai",
  summary: "Says how much the knowledge bases of the bot take, in megabytes.",
  params: {},
  result: "number",
  binding: "tight",
  raises: ["service.not_set_up"],
  example: 'TALK "Megabytes: " + KB STORAGE SIZE',
  canvas: {
    icon: "book",
    family: "ai",
    titleKey: "steps.command",
  },
})
