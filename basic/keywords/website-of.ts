import { defineCommand } from "./define.ts"

export const websiteOf = defineCommand({
  name: "WEBSITE OF",
  forms: ["WEBSITE OF {company}"],
  effect: "outside",
  group: "http",
  summary: "Finds the web site of a company.",
  params: {
    company: { kind: "text", doc: "The name of the company." },
  },
  result: "text",
  binding: "tight",
  raises: ["service.not_set_up"],
  example: 'TALK "Their site: " + WEBSITE OF "Example Ltd"',
  canvas: {
    icon: "world",
    family: "connect",
    titleKey: "steps.command",
  },
})
