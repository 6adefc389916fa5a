import { defineCommand } from "./define.ts"

export const userFacts = defineCommand({
  name: "USER FACTS",
  forms: ["USER FACTS", "GET USER FACTS"],
  effect: "data",
  group: "memory",
  summary: "Lists the facts about the person who talks: objects with key and value.",
  params: {},
  result: "list",
  binding: "tight",
  raises: [],
  example: 'SET USER FACT "city", "Lisbon"\nfacts = USER FACTS()\nTALK facts[0].value',
  canvas: {
    icon: "database",
    family: "data",
    titleKey: "steps.command",
  },
})
