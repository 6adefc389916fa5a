import { useWebsite as addSite } from "#basic/assistant/knowledge.ts"
import { useWebsite } from "#basic/keywords/use-website.ts"
import { assistantHandler } from "./assistant/assistant-handler.ts"

export const useWebsiteHandler = assistantHandler(useWebsite, (assistant, { site = "", refresh }) =>
  addSite(assistant, site, refresh),
)
