import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { loadSite } from "./load.ts"
import { SiteInput } from "./schema.ts"

/** Has a web site read again now. Throws: AppError "knowledge.site_not_found". */
export const refreshSite = defineVerb({
  name: "knowledge.refreshSite",
  permission: "knowledge.update",
  input: SiteInput,
  audit: "knowledge.site_added",
  run: async (context: ServiceContext, { botId, siteId }): Promise<null> => {
    const { orgId, container } = context
    return await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const { url } = await loadSite(tx, orgId, botId, siteId)
      await tx.rows(
        `update knowledge_sites set due = clock_timestamp(), attempts = 0
         where org_id = $1 and id = $2 and state <> 'reading'`,
        [orgId, siteId],
      )
      const subject = { kind: "bot", id: botId } as const
      await recordAudit(tx, context, "knowledge.site_added", subject, { url })
      return null
    })
  },
})
