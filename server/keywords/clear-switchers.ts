import { clearSwitchers } from "#basic/keywords/clear-switchers.ts"
import { assistantHandler } from "./assistant/assistant-handler.ts"

export const clearSwitchersHandler = assistantHandler(clearSwitchers, (assistant) => {
  assistant.switchers = []
})
