import type { Json } from "#basic/vm/value.ts"
import type { RecordWork } from "../place.ts"
import { readSettings, type StoredSettings } from "../settings/read-settings.ts"

/** A script of a version that may be called with arguments. */
export interface ScriptTool {
  readonly name: string
  readonly script: string
  /** One of several tools of the script; null for the whole script. */
  readonly entry: string | null
  readonly description: string
  readonly schema: Json
  /** Of ALLOW ROLE; left out for a script that everybody may run. */
  readonly roles?: readonly string[]
}

/** One operation of a service, as its description has it. */
export interface ToolOperation {
  readonly name: string
  readonly description: string
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
  /** Below the service's address; names in braces are arguments. */
  readonly path: string
  readonly query: readonly string[]
  readonly headers: readonly string[]
  readonly hasBody: boolean
  readonly schema: Json
}

/** A service as it is stored: its key is sealed. */
export interface ToolService {
  readonly name: string
  readonly url: string
  readonly keyOrigin: string | null
  readonly keySealed: string | null
  readonly keyHeader: string | null
  readonly operations: readonly ToolOperation[]
}

export interface StoredTools {
  readonly scripts: readonly ScriptTool[]
  readonly services: readonly ToolService[]
  /** `mcp-NAME-url` and `mcp-NAME-key` of the servers that were asked for. */
  readonly settings: StoredSettings
}

interface DeclaredTool {
  readonly name: string | null
  readonly entry: string | null
  readonly description: string | null
  readonly schema: Json
  readonly inScript: string
}

interface DeclaredRole {
  readonly value: string
  readonly inScript: string
}

/**
 * Reads what a bot's models could use: the tools its version declares, its services, its MCP servers.
 *
 * Reads: versions, tool_services, bot_settings.
 */
export function readTools(
  versionId: string,
  mcpSettings: readonly string[],
): RecordWork<StoredTools> {
  return async (tx, place) => {
    const { orgId, botId } = place
    const [version] = await tx.rows<{ tools: DeclaredTool[] | null; roles: DeclaredRole[] | null }>(
      `select declarations->'tools' as tools, declarations->'roles' as roles
       from versions where org_id = $1 and id = $2 and bot_id = $3`,
      [orgId, versionId, botId],
    )
    const services = await tx.rows<ToolService>(
      `select name, url, key_origin as "keyOrigin", key_sealed as "keySealed", key_header as "keyHeader", operations
       from tool_services where org_id = $1 and bot_id = $2 order by name`,
      [orgId, botId],
    )
    const scripts = (version?.tools ?? []).map(
      ({ name, entry, description, schema, inScript }): ScriptTool => {
        const roles = (version?.roles ?? []).filter((role) => role.inScript === inScript)
        return {
          ...{ name: name ?? inScript, script: inScript, entry, schema },
          description: description ?? "",
          ...(roles.length > 0 && { roles: roles.map(({ value }) => value) }),
        }
      },
    )
    const settings = await readSettings(mcpSettings)(tx, place)
    return { scripts, services, settings }
  }
}
