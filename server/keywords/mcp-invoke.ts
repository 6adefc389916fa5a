import { mcpInvoke } from "#basic/keywords/mcp-invoke.ts"
import { handlerFor } from "./handler.ts"
import { callTool } from "./mcp/call-tool.ts"

export const mcpInvokeHandler = handlerFor(
  mcpInvoke,
  ({ server = "", tool = "", arguments: args = null }, step) =>
    callTool("MCP INVOKE", { server, tool, arguments: args }, step),
)
