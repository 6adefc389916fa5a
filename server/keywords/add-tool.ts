import { addTool as offerTool } from "#basic/assistant/tools.ts"
import { addTool } from "#basic/keywords/add-tool.ts"
import { assistantHandler } from "./assistant/assistant-handler.ts"

export const addToolHandler = assistantHandler(addTool, (assistant, { name = "", protocol }) =>
  offerTool(assistant, name, protocol),
)
