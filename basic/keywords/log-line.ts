import { defineCommand } from "./define.ts"

export const logLine = defineCommand({
  name: "LOG",
  forms: ["LOG {name}", "LOG {name}, {details}"],
  effect: "data",
  group: "people",
  summary: "Writes a line into the activity log of the bot.",
  params: {
    name: { kind: "text", doc: "What happened." },
    details: { kind: "any", doc: "More about it: an object." },
  },
  result: "nothing",
  raises: [],
  example: 'LOG "order placed", { total: 12 }\nTALK "Logged."',
  canvas: {
    icon: "notes",
    family: "data",
    titleKey: "steps.command",
  },
})
