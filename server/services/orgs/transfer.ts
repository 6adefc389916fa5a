import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { lockMember } from "./load-member.ts"
import { MemberInput } from "./schema.ts"

/** Makes another member owner in one's own place, and oneself an admin. Throws: AppError "member.not_found". */
export const transferOrg = defineVerb({
  name: "orgs.transfer",
  permission: "org.transfer",
  input: MemberInput,
  audit: "org.transferred",
  run: async (context: ServiceContext, { userId: heir }): Promise<null> => {
    const { orgId, userId, container } = context
    if (userId === null || heir === userId) throw new AppError("member.not_found")
    await container.db.withOrg(orgId, async (tx) => {
      await lockMember(tx, orgId, heir)
      await tx.rows(
        `update members set role = case user_id when $2 then 'owner' else 'admin' end
         where org_id = $1 and user_id in ($2, $3)`,
        [orgId, heir, userId],
      )
      const subject = { kind: "organization", id: orgId } as const
      await recordAudit(tx, context, "org.transferred", subject, { from: userId, to: heir })
    })
    return null
  },
})
