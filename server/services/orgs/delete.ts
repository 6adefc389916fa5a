import { AppError } from "#server/errors/app-error.ts"
import { forgetPublicBots } from "../bots/prove-public.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { DeleteOrgInput } from "./schema.ts"

/**
 * Deletes the organization with everything in it: bots, conversations, members, its audit log. The server's
 * own log keeps who did it.
 *
 * Throws: AppError "org.name_mismatch".
 */
export const deleteOrg = defineVerb({
  name: "orgs.delete",
  permission: "org.delete",
  input: DeleteOrgInput,
  audit: null,
  run: async (context: ServiceContext, { confirmName }): Promise<null> => {
    const { orgId, userId, container, requestId } = context
    const slugs = await container.db.withOrg(orgId, async (tx) => {
      const [org] = await tx.rows<{ name: string }>(
        "select name from organizations where id = $1 for update",
        [orgId],
      )
      if (org?.name !== confirmName.trim()) throw new AppError("org.name_mismatch")
      const bots = await tx.rows<{ slug: string }>("select slug from bots where org_id = $1", [
        orgId,
      ])
      await tx.rows("delete from organizations where id = $1", [orgId])
      return bots.map((bot) => bot.slug)
    })
    await forgetPublicBots(container, slugs)
    // What the store does not let go now, the daily look at it will.
    await container.files.deleteOwner(orgId).catch((err: unknown) => {
      container.log.warn({ err, org: orgId }, "contents of a deleted organization are still stored")
    })
    container.log.warn({ org: orgId, user: userId, requestId }, "organization deleted")
    return null
  },
})
