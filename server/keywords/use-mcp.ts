import { useMcp } from "#basic/keywords/use-mcp.ts"
import { handlerFor } from "./handler.ts"
import { callTool } from "./mcp/call-tool.ts"

export const useMcpHandler = handlerFor(
  useMcp,
  ({ server = "", tool = "", arguments: args = null }, step) =>
    callTool("USE MCP", { server, tool, arguments: args }, step),
)
