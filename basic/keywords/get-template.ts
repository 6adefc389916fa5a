import { defineCommand } from "./define.ts"

export const getTemplate = defineCommand({
  name: "GET TEMPLATE",
  forms: ["GET TEMPLATE {name}"],
  effect: "data",
  group: "mail",
  summary: "Reads a message template; null when there is none of this name.",
  params: {
    name: { kind: "text", doc: "What it is called." },
  },
  result: "map",
  raises: [],
  example:
    'CREATE TEMPLATE "bye", "email", "Bye", "See you."\nt = GET TEMPLATE "bye"\nTALK t.subject',
  canvas: {
    icon: "file-text",
    family: "connect",
    titleKey: "steps.command",
  },
})
