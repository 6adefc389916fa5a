import { useKnowledge } from "#basic/assistant/knowledge.ts"
import { useKb } from "#basic/keywords/use-kb.ts"
import { assistantHandler } from "./assistant/assistant-handler.ts"

export const useKbHandler = assistantHandler(useKb, (assistant, { name = "" }) =>
  useKnowledge(assistant, name),
)
