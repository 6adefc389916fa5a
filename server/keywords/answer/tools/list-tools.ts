import { isSameName } from "#basic/assistant/assistant.ts"
import { refuseRole } from "#basic/vm/allowed-roles.ts"
import { readTools, type ScriptTool } from "#server/records/tools/read-tools.ts"
import type { Step } from "../../step.ts"
import { listMcpTools } from "./mcp-tools.ts"
import type { OfferedTool } from "./offered-tool.ts"
import { makeScriptTool } from "./script-tool.ts"
import { serverNameOf } from "./server-name-of.ts"
import { listServiceTools } from "./service-tools.ts"

/** How many tools a model is told of. */
const maxTools = 64

/**
 * Lists what the model of this answer may use: only what the bot's author named, in ADD TOOL or in the statement.
 * A name is a tool or a script of the version, a service or one of its operations (`shop.find-order`), or an MCP
 * server or one of its tools (`library.search`). `*` is every tool the version declares.
 */
export async function listTools(names: readonly string[], step: Step): Promise<OfferedTool[]> {
  if (names.length === 0) return []
  const servers = [...new Set(names.map(serverNameOf))]
  const settings = servers.flatMap((name) => [`mcp-${name}-url`, `mcp-${name}-key`])
  const named = { name: "ANSWER TOOLS", arguments: [...names] }
  const stored = await step.record(readTools(step.versionId, settings), named)
  const tools: OfferedTool[] = []
  for (const name of names) {
    const meant = stored.scripts.filter((tool) => isMeant(tool, name))
    const scripts = meant.filter((tool) => isAllowed(tool, step))
    const found = scripts.map(makeScriptTool)
    // Whose role is missing is not told that there is such a tool.
    if (meant.length > scripts.length) step.log(`policy: ${name.slice(0, 100)} is for other roles`)
    if (meant.length > 0 && scripts.length === 0) continue
    if (found.length === 0) found.push(...listServiceTools(name, stored.services, step))
    if (found.length === 0) found.push(...(await listMcpTools(name, stored.settings, step)))
    if (found.length === 0) step.log(`policy: there is no tool ${name.slice(0, 100)}`)
    for (const tool of found)
      if (!tools.some((known) => isSameName(known.name, tool.name))) tools.push(tool)
  }
  return tools.slice(0, maxTools)
}

const isMeant = ({ name, script }: ScriptTool, wanted: string): boolean =>
  wanted === "*" || isSameName(name, wanted) || isSameName(script, wanted)

/** Who could not run a tool is not offered it; what the bot does by itself is done with the rights of its author. */
const isAllowed = ({ roles = [] }: ScriptTool, step: Step): boolean =>
  roles.length === 0 ||
  (step.isAutomation && !step.isDelegated) ||
  refuseRole(roles, [step.readSession("role"), step.readSession("roles")]) === null
