import { fromJson, toJson } from "#basic"
import type { Json, Value } from "#basic/vm/value.ts"
import { readJson } from "../http/read-json.ts"
import { EffectFailed, type Step } from "../step.ts"
import { findServer } from "./find-server.ts"
import { McpClient } from "./mcp-client.ts"

/**
 * Calls a tool and gives what it answers: its structured result, else its text, read as JSON where it is.
 *
 * The protocol has no keys, so a lost outcome is told to the script.
 * Throws: `EffectFailed` "service.not_set_up", "mcp.refused", "mcp.tool_failed" with the tool's words.
 */
export async function callTool(
  keyword: string,
  call: { readonly server: string; readonly tool: string; readonly arguments: Value },
  step: Step,
): Promise<Value> {
  const server = await findServer(keyword, call.server, step)
  const args = call.arguments === null ? {} : toJson(call.arguments)
  const result = await step.outside("error", async () => {
    const client = new McpClient(server, (request) => step.request(request))
    return readToolResult(call.tool, await client.callTool(call.tool, args))
  })
  return fromJson(result)
}

/** What a tool gives: its structured result, else its text. Throws: `EffectFailed` "mcp.tool_failed". */
export function readToolResult(tool: string, result: { readonly [key: string]: Json }): Json {
  const content = Array.isArray(result.content) ? result.content : []
  const texts = content.flatMap((part) => {
    const isText = typeof part === "object" && part !== null && !Array.isArray(part)
    return isText && typeof part.text === "string" ? [part.text] : []
  })
  const text = texts.join("\n")
  if (result.isError === true)
    throw new EffectFailed("mcp.tool_failed", `The tool ${tool} says: ${text.slice(0, 500)}`)
  if (result.resultType !== undefined && result.resultType !== "complete")
    throw new EffectFailed("mcp.tool_failed", `The tool ${tool} asks for more than its arguments.`)
  if (result.structuredContent !== undefined) return result.structuredContent
  return texts.length === content.length ? readText(text) : content
}

function readText(text: string): Json {
  return /^\s*[[{]/.test(text) ? (readJson(text) ?? text) : text
}
