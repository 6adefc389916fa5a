import { defineCommand } from "./define.ts"

export const addBot = defineCommand({
  name: "ADD BOT",
  forms: [
    "ADD BOT {name}[ WITH TRIGGER {triggers}][ WITH TOOLS {tools}][ WITH SCHEDULE {schedule}]",
    "ADD BOT {name} TRIGGER ON {triggers}[ TOOLS {tools}]",
    "ADD BOT {name} TOOLS {tools}",
  ],
  effect: "data",
  group: "bots",
  summary: "Adds a bot of the organization to the helpers of this conversation.",
  params: {
    name: { kind: "text", doc: "The name of the bot." },
    triggers: { kind: "text", doc: "The words that call it, between commas." },
    tools: { kind: "text", doc: "The tools it may use, between commas." },
    schedule: { kind: "text", doc: "When it acts by itself, as in SET SCHEDULE." },
  },
  result: "nothing",
  raises: ["assistant.name_refused", "assistant.too_many"],
  example: 'ADD BOT "billing" WITH TRIGGER "invoice, payment"\nTALK "How can I help?"',
  canvas: {
    icon: "robot",
    family: "ai",
    titleKey: "steps.command",
  },
})
