import { defineCommand } from "./define.ts"

export const logInfo = defineCommand({
  name: "LOG INFO",
  forms: ["LOG INFO {text}", "LOG INFO {text}, {details}"],
  effect: "say",
  group: "people",
  summary: "Writes a line into the developer's log, marked info.",
  params: {
    text: { kind: "text", doc: "The line." },
    details: { kind: "any", doc: "More about it: an object." },
  },
  result: "nothing",
  raises: [],
  example: 'LOG INFO "Looked up the order"\nTALK "Logged."',
  canvas: {
    icon: "terminal",
    family: "data",
    titleKey: "steps.command",
  },
})
