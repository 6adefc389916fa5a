import { defineCommand } from "./define.ts"

export const showTemplates = defineCommand({
  name: "LIST TEMPLATES",
  forms: ["LIST TEMPLATES"],
  effect: "data",
  group: "mail",
  summary: "Lists the message templates of the bot.",
  params: {},
  result: "list",
  binding: "tight",
  raises: [],
  example:
    'CREATE TEMPLATE "bye", "email", "Bye", "See you."\nTALK "Templates: " + COUNT(LIST TEMPLATES)',
  canvas: {
    icon: "file-text",
    family: "connect",
    titleKey: "steps.command",
  },
})
