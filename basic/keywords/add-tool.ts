import { defineCommand } from "./define.ts"

export const addTool = defineCommand({
  name: "ADD TOOL",
  forms: ["ADD TOOL {name}[ AS {protocol}]", "USE TOOL {name}[ AS {protocol}]"],
  effect: "data",
  group: "ai",
  summary: "Lets the model of this conversation use a script of the bot as a tool.",
  params: {
    name: { kind: "text", doc: "The name of the script." },
    protocol: { kind: "word", words: ["MCP"], doc: "MCP: it is offered to other programs too." },
  },
  result: "nothing",
  raises: ["assistant.name_refused", "assistant.too_many"],
  example: 'ADD TOOL "find-order"\nTALK "How can I help?"',
  canvas: {
    icon: "tool",
    family: "ai",
    titleKey: "steps.add_tool",
    fields: ["name"],
    inPalette: true,
    snippet: 'ADD TOOL "find-order"',
  },
})
