import { defineCommand } from "./define.ts"

export const listBots = defineCommand({
  name: "LIST BOTS",
  forms: ["LIST BOTS"],
  effect: "data",
  group: "bots",
  summary:
    "Lists the helpers of this conversation, the one with the lowest number first: objects with name, triggers, tools, schedule and priority.",
  params: {},
  result: "list",
  binding: "tight",
  raises: [],
  example: 'ADD BOT "billing"\nTALK "Helpers: " + COUNT(LIST BOTS)',
  canvas: {
    icon: "robot",
    family: "ai",
    titleKey: "steps.command",
  },
})
