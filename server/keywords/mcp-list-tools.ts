import { fromJson } from "#basic"
import { mcpListTools } from "#basic/keywords/mcp-list-tools.ts"
import { handlerFor } from "./handler.ts"
import { findServer } from "./mcp/find-server.ts"
import { McpClient } from "./mcp/mcp-client.ts"

/** Listing again is harmless, so a lost outcome is asked for again. */
export const mcpListToolsHandler = handlerFor(mcpListTools, async ({ server = "" }, step) => {
  const found = await findServer("MCP LIST TOOLS", server, step)
  const tools = await step.outside("same key", () =>
    new McpClient(found, (request) => step.request(request)).listTools(),
  )
  return fromJson(tools)
})
