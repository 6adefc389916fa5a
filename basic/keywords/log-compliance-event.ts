import { defineCommand } from "./define.ts"

export const logComplianceEvent = defineCommand({
  name: "LOG COMPLIANCE EVENT",
  forms: ["LOG COMPLIANCE EVENT {name}", "LOG COMPLIANCE EVENT {name}, {details}"],
  effect: "data",
  group: "people",
  summary: "Writes a line for auditors that nobody can change.",
  params: {
    name: { kind: "text", doc: "What happened." },
    details: { kind: "any", doc: "More about it: an object." },
  },
  result: "nothing",
  raises: [],
  example: 'LOG COMPLIANCE EVENT "data exported", { by: "ana" }\nTALK "Logged."',
  canvas: {
    icon: "shield-check",
    family: "data",
    titleKey: "steps.command",
  },
})
