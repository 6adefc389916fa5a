import { serviceNotSetUp } from "../not-set-up.ts"
import { EffectFailed, type Step } from "../step.ts"
import type { McpServer } from "./mcp-client.ts"

/**
 * Finds an MCP server among the bot's settings: `mcp-NAME-url`, and `mcp-NAME-key` where it wants a token.
 *
 * Throws: `EffectFailed` "service.not_set_up" for a server without an address, "mcp.refused" for an address
 *         that is not one of the web: servers are called, never started here.
 */
export async function findServer(keyword: string, given: string, step: Step): Promise<McpServer> {
  const name = given
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 60)
  const url = await step.setting(`mcp-${name}-url`)
  if (url === null || url.trim() === "") throw serviceNotSetUp(keyword, `mcp-${name}-url`)
  if (!/^https?:\/\//i.test(url.trim()))
    throw new EffectFailed(
      "mcp.refused",
      `The setting mcp-${name}-url is not a web address; MCP servers are called over HTTP only.`,
    )
  const key = await step.setting(`mcp-${name}-key`)
  return { name, url: url.trim(), key: key === null || key === "" ? null : key }
}
