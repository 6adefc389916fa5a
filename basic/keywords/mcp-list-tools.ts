import { defineCommand } from "./define.ts"

export const mcpListTools = defineCommand({
  name: "MCP LIST TOOLS",
  forms: ["MCP LIST TOOLS {server}"],
  effect: "outside",
  group: "http",
  summary:
    "Lists the tools of an MCP server of this bot: objects with name, description and parameters.",
  params: {
    server: { kind: "text", doc: "The name of the server, as in the setting mcp-NAME-url." },
  },
  result: "list",
  binding: "loose",
  raises: ["service.not_set_up", "mcp.refused"],
  example: 'tools = MCP LIST TOOLS "library"\nTALK "It has " + COUNT(tools) + " tools."',
  canvas: {
    icon: "tool",
    family: "connect",
    titleKey: "steps.command",
  },
})
