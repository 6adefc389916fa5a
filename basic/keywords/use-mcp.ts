import { defineCommand } from "./define.ts"

export const useMcp = defineCommand({
  name: "USE MCP",
  forms: [
    "USE MCP {server}, {tool}[, {arguments}]",
    "USE MCP {server}, {tool} WITH {arguments:fields}",
  ],
  effect: "outside",
  group: "http",
  summary: "Calls a tool of an MCP server of this bot and gives its answer.",
  params: {
    server: { kind: "text", doc: "The name of the server, as in the setting mcp-NAME-url." },
    tool: { kind: "text", doc: "The name of the tool." },
    arguments: { kind: "any", doc: "An object with the arguments of the tool." },
  },
  result: "any",
  binding: "loose",
  raises: ["service.not_set_up", "mcp.refused", "mcp.tool_failed"],
  example: 'found = USE MCP "library", "find-book", { title: "Emma" }\nTALK "The tool answered."',
  canvas: {
    icon: "tool",
    family: "connect",
    titleKey: "steps.use_mcp",
    inPalette: true,
    snippet: 'result = USE MCP "server", "tool", { }',
  },
})
