import { defineCommand } from "./define.ts"

export const listTools = defineCommand({
  name: "LIST TOOLS",
  forms: ["LIST TOOLS"],
  effect: "data",
  group: "ai",
  summary: "Lists the names of the tools of this conversation.",
  params: {},
  result: "list",
  binding: "tight",
  raises: [],
  example: 'ADD TOOL "find-order"\nTALK "Tools: " + JOIN(LIST TOOLS, ", ")',
  canvas: {
    icon: "tool",
    family: "ai",
    titleKey: "steps.command",
  },
})
