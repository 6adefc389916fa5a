import { canGrant } from "#catalog/permissions.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { checkNotLastOwner, lockMember } from "./load-member.ts"
import { MemberInput } from "./schema.ts"

/** Takes a member out of the organization. Throws: AppError "member.not_found", "permission.role_above", "org.last_owner". */
export const removeMember = defineVerb({
  name: "orgs.removeMember",
  permission: "members.remove",
  input: MemberInput,
  audit: "member.removed",
  run: async (context: ServiceContext, { userId }): Promise<null> => {
    const { orgId, container } = context
    await container.db.withOrg(orgId, async (tx) => {
      const member = await lockMember(tx, orgId, userId)
      if (!canGrant(context.role, member.role))
        throw new AppError("permission.role_above", { role: member.role, actor: context.role })
      checkNotLastOwner(member)
      await tx.rows("delete from members where org_id = $1 and user_id = $2", [orgId, userId])
      await recordAudit(
        tx,
        context,
        "member.removed",
        { kind: "member", id: userId },
        { role: member.role },
      )
    })
    return null
  },
})
