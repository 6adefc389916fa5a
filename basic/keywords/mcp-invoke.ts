import { defineCommand } from "./define.ts"

export const mcpInvoke = defineCommand({
  name: "MCP INVOKE",
  forms: [
    "MCP INVOKE {server}, {tool}[, {arguments}]",
    "MCP INVOKE {server}, {tool} WITH {arguments:fields}",
  ],
  effect: "outside",
  group: "http",
  summary: "Calls a tool of an MCP server of this bot, as USE MCP does.",
  params: {
    server: { kind: "text", doc: "The name of the server, as in the setting mcp-NAME-url." },
    tool: { kind: "text", doc: "The name of the tool." },
    arguments: { kind: "any", doc: "An object with the arguments of the tool." },
  },
  result: "any",
  binding: "loose",
  raises: ["service.not_set_up", "mcp.refused", "mcp.tool_failed"],
  example:
    'found = MCP INVOKE "library", "find-book", { title: "Emma" }\nTALK "The tool answered."',
  canvas: {
    icon: "tool",
    family: "connect",
    titleKey: "steps.command",
  },
})
