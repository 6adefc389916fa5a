import { jsonSchema, type ToolSet, tool } from "ai"
import type { ModelTool } from "./port.ts"

/** Tools as the SDK takes them: descriptions without anything to run, so that it only reports what is asked for. */
export function toSdkTools(tools: readonly ModelTool[]): { tools?: ToolSet } {
  if (tools.length === 0) return {}
  return {
    tools: Object.fromEntries(
      tools.map(({ name, description, schema }) => [
        name,
        // What a schema says is not checked here: arguments are, before anything is done with them.
        tool({ description, inputSchema: jsonSchema(schema as Parameters<typeof jsonSchema>[0]) }),
      ]),
    ),
  }
}
