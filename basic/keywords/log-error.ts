import { defineCommand } from "./define.ts"

export const logError = defineCommand({
  name: "LOG ERROR",
  forms: ["LOG ERROR {text}", "LOG ERROR {text}, {details}"],
  effect: "say",
  group: "people",
  summary: "Writes a line into the developer's log, marked error.",
  params: {
    text: { kind: "text", doc: "The line." },
    details: { kind: "any", doc: "More about it: an object." },
  },
  result: "nothing",
  raises: [],
  example: 'LOG ERROR "Looked up the order"\nTALK "Logged."',
  canvas: {
    icon: "terminal",
    family: "data",
    titleKey: "steps.command",
  },
})
