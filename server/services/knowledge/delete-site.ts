import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { loadSite } from "./load.ts"
import { SiteInput } from "./schema.ts"

/** Removes a web site with all of its pages. Throws: AppError "knowledge.site_not_found". */
export const deleteSite = defineVerb({
  name: "knowledge.deleteSite",
  permission: "knowledge.update",
  input: SiteInput,
  audit: "knowledge.site_deleted",
  run: async (context: ServiceContext, { botId, siteId }): Promise<null> => {
    const { orgId, container } = context
    return await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const { url } = await loadSite(tx, orgId, botId, siteId)
      await tx.rows("delete from knowledge_sites where org_id = $1 and id = $2", [orgId, siteId])
      const subject = { kind: "bot", id: botId } as const
      await recordAudit(tx, context, "knowledge.site_deleted", subject, { url })
      return null
    })
  },
})
