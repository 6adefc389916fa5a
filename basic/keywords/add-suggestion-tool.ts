import { defineCommand } from "./define.ts"

export const addSuggestionTool = defineCommand({
  name: "ADD SUGGESTION TOOL",
  forms: ["ADD SUGGESTION TOOL {tool} AS {label}", "ADD SUGGESTION TOOL {tool}"],
  effect: "say",
  group: "dialog",
  summary: "Adds a button that runs a tool of the bot.",
  params: {
    tool: { kind: "text", doc: "The name of the script." },
    label: { kind: "text", doc: "The words on the button; the name of the tool when left out." },
  },
  result: "nothing",
  raises: [],
  example: 'ADD SUGGESTION TOOL "find-order" AS "Where is my order?"\nTALK "How can I help?"',
  canvas: {
    icon: "text-plus",
    family: "say",
    titleKey: "steps.command",
  },
})
