import { clearWebsites } from "#basic/keywords/clear-websites.ts"
import { assistantHandler } from "./assistant/assistant-handler.ts"

export const clearWebsitesHandler = assistantHandler(clearWebsites, (assistant) => {
  assistant.websites = []
})
