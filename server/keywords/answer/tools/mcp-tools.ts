import type { StoredSettings } from "#server/records/settings/read-settings.ts"
import { readToolResult } from "../../mcp/call-tool.ts"
import { McpClient, type McpServer, type McpTool } from "../../mcp/mcp-client.ts"
import { EffectFailed, type Step } from "../../step.ts"
import { journalNameOf, type OfferedTool } from "./offered-tool.ts"
import { serverNameOf } from "./server-name-of.ts"

/** The tools of an MCP server that the bot's settings name, or one of them. A server that is down offers none. */
export async function listMcpTools(
  wanted: string,
  settings: StoredSettings,
  step: Step,
): Promise<OfferedTool[]> {
  const server = readServer(serverNameOf(wanted), settings, step)
  if (server === null) return []
  try {
    const listed = await step.outside(
      "same key",
      () => new McpClient(server, (request) => step.request(request)).listTools(),
      { name: `MCP LIST ${server.name}`, arguments: null },
    )
    const only = wanted.includes(".") ? wanted.slice(wanted.indexOf(".") + 1).trim() : null
    return listed
      .filter(({ name }) => only === null || name === only)
      .map((tool) => makeTool(server, tool))
  } catch (error) {
    if (!(error instanceof EffectFailed)) throw error
    step.log(`tools: the MCP server ${server.name} offers nothing now: ${error.message}`)
    return []
  }
}

function readServer(name: string, settings: StoredSettings, step: Step): McpServer | null {
  const read = (setting: string): string | null => {
    const found = settings.find((each) => each.name === setting)
    if (found === undefined) return null
    return found.isSecret ? step.parts.seal.open(found.value) : found.value
  }
  const url = read(`mcp-${name}-url`)?.trim() ?? ""
  if (!/^https?:\/\//i.test(url)) return null
  return { name, url, key: read(`mcp-${name}-key`) || null }
}

const makeTool = (
  server: McpServer,
  { name, description, parameters, isReadOnly }: McpTool,
): OfferedTool => ({
  ...{ name: `${server.name}.${name}`, description, schema: parameters, isParallel: true },
  isChanging: isReadOnly !== true,
  // The protocol has no keys, so a lost outcome is told to the model.
  perform: (args, step) =>
    step.outside(
      "error",
      async () => {
        const client = new McpClient(server, (request) => step.request(request))
        return readToolResult(name, await client.callTool(name, { ...args }))
      },
      { name: journalNameOf(`${server.name}.${name}`), arguments: { ...args } },
    ),
})
