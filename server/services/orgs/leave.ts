import { AppError } from "#server/errors/app-error.ts"
import { NoInput } from "../accounts/schema.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { checkNotLastOwner, lockMember } from "./load-member.ts"

/** Leaves the organization. Throws: AppError "org.last_owner". */
export const leaveOrg = defineVerb({
  name: "orgs.leave",
  permission: "org.leave",
  input: NoInput,
  audit: "member.left",
  run: async (context: ServiceContext): Promise<null> => {
    const { orgId, userId, container } = context
    if (userId === null) throw new AppError("member.not_found")
    await container.db.withOrg(orgId, async (tx) => {
      checkNotLastOwner(await lockMember(tx, orgId, userId))
      await tx.rows("delete from members where org_id = $1 and user_id = $2", [orgId, userId])
      await recordAudit(tx, context, "member.left", { kind: "member", id: userId })
    })
    return null
  },
})
