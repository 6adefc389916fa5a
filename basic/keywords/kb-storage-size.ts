import { defineCommand } from "./define.ts"

export const kbStorageSize = defineCommand({
  name: "KB STORAGE SIZE",
  forms: ["KB STORAGE SIZE"],
  effect: "data",
  group: "ai",
  summary: "Says how much the knowledge bases of the bot take, in megabytes.",
  params: {},
  result: "number",
  binding: "tight",
  raises: [],
  example: 'TALK "Megabytes: " + KB STORAGE SIZE',
  canvas: {
    icon: "book",
    family: "ai",
    titleKey: "steps.command",
  },
})
