import { defineCommand } from "./define.ts"

export const logWarn = defineCommand({
  name: "LOG WARN",
  forms: ["LOG WARN {text}", "LOG WARN {text}, {details}"],
  effect: "say",
  group: "people",
  summary: "Writes a line into the developer's log, marked warn.",
  params: {
    text: { kind: "text", doc: "The line." },
    details: { kind: "any", doc: "More about it: an object." },
  },
  result: "nothing",
  raises: [],
  example: 'LOG WARN "Looked up the order"\nTALK "Logged."',
  canvas: {
    icon: "terminal",
    family: "data",
    titleKey: "steps.command",
  },
})
