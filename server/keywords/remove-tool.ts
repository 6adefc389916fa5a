import { removeTool as takeTool } from "#basic/assistant/tools.ts"
import { removeTool } from "#basic/keywords/remove-tool.ts"
import { assistantHandler } from "./assistant/assistant-handler.ts"

export const removeToolHandler = assistantHandler(removeTool, (assistant, { name = "" }) =>
  takeTool(assistant, name),
)
