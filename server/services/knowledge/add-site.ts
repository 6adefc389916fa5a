import { ensureSite, readSiteUrl } from "#server/records/knowledge/ensure-site.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { loadBase } from "./load.ts"
import { AddSiteInput } from "./schema.ts"

/** Has a web site read into a knowledge base, and read again after a while. Throws: AppError "knowledge.address_refused", "knowledge.too_many". */
export const addSite = defineVerb({
  name: "knowledge.addSite",
  permission: "knowledge.update",
  input: AddSiteInput,
  audit: "knowledge.site_added",
  run: async (
    context: ServiceContext,
    { botId, baseId, url, ...wish },
  ): Promise<{ readonly id: string }> => {
    const { orgId, container } = context
    const address = readSiteUrl(url).href
    return await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      await loadBase(tx, orgId, botId, baseId)
      const id = await ensureSite(tx, orgId, baseId, { url: address, ...wish })
      const subject = { kind: "bot", id: botId } as const
      await recordAudit(tx, context, "knowledge.site_added", subject, { url: address })
      return { id }
    })
  },
})
