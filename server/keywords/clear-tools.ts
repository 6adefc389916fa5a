import { clearTools } from "#basic/keywords/clear-tools.ts"
import { assistantHandler } from "./assistant/assistant-handler.ts"

export const clearToolsHandler = assistantHandler(clearTools, (assistant) => {
  assistant.tools = []
})
