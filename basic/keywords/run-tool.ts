import { defineCommand } from "./define.ts"

export const runTool = defineCommand({
  name: "RUN TOOL",
  forms: ["RUN TOOL {name}[, {arguments}]", "RUN TOOL {name} WITH {arguments:fields}"],
  effect: "outside",
  group: "ai",
  summary: "Calls a tool of this bot, as its model would, and gives the result.",
  params: {
    name: {
      kind: "text",
      doc: "A script that is a tool, an operation of a service (shop.find-order) or a tool of an MCP server.",
    },
    arguments: { kind: "any", doc: "An object with the arguments of the tool." },
  },
  result: "any",
  binding: "loose",
  raises: [
    "tool.not_found",
    "tool.failed",
    "tool.arguments_refused",
    "mcp.refused",
    "mcp.tool_failed",
  ],
  example: 'found = RUN TOOL "shop.find-order" WITH number = 7\nTALK "We looked it up."',
  canvas: {
    icon: "tool",
    family: "ai",
    titleKey: "steps.run_tool",
    inPalette: true,
    snippet: 'found = RUN TOOL "shop.find-order", { }',
  },
})
