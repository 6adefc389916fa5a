import { clearKnowledge } from "#basic/assistant/knowledge.ts"
import { clearKb } from "#basic/keywords/clear-kb.ts"
import { assistantHandler } from "./assistant/assistant-handler.ts"

export const clearKbHandler = assistantHandler(clearKb, (assistant, { name }) =>
  clearKnowledge(assistant, name),
)
