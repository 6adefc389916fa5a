import { useWebsite as addSite, refreshHoursOf } from "#basic/assistant/knowledge.ts"
import { useWebsite } from "#basic/keywords/use-website.ts"
import { limits } from "#catalog/limits.ts"
import { ensureSite, readSiteUrl } from "#server/records/knowledge/ensure-site.ts"
import { ensureBase } from "#server/records/knowledge/find-base.ts"
import { changeAssistant } from "./assistant/assistant-handler.ts"
import { handlerFor } from "./handler.ts"
import { siteBaseOf } from "./knowledge/base-name.ts"

const site = { maxDepth: 2, maxPages: Math.min(100, limits.sitePages) }

/** The site is read once for the whole bot, into a base of its own; the conversation activates it. */
export const useWebsiteHandler = handlerFor(
  useWebsite,
  async ({ site: given = "", refresh }, step) => {
    changeAssistant(step.assistant, (assistant) => addSite(assistant, given, refresh))
    const { href } = readSiteUrl(given.trim())
    const refreshHours = refreshHoursOf(refresh)
    await step.record(async (tx, { orgId, botId }) => {
      const { id } = await ensureBase(tx, orgId, botId, siteBaseOf(href))
      return await ensureSite(tx, orgId, id, { url: href, ...site, refreshHours })
    })
  },
)
