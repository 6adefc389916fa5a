import { canGrant } from "#catalog/permissions.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { checkNotLastOwner, lockMember } from "./load-member.ts"
import { SetRoleInput } from "./schema.ts"

/** Gives a member another role, at once. Throws: AppError "member.not_found", "permission.role_above", "org.last_owner". */
export const setRole = defineVerb({
  name: "orgs.setRole",
  permission: "members.update",
  input: SetRoleInput,
  audit: "member.role_changed",
  run: async (context: ServiceContext, { userId, role }): Promise<null> => {
    const { orgId, container } = context
    await container.db.withOrg(orgId, async (tx) => {
      const member = await lockMember(tx, orgId, userId)
      for (const touched of [member.role, role])
        if (!canGrant(context.role, touched))
          throw new AppError("permission.role_above", { role: touched, actor: context.role })
      if (role !== "owner") checkNotLastOwner(member)
      await tx.rows("update members set role = $3 where org_id = $1 and user_id = $2", [
        orgId,
        userId,
        role,
      ])
      const subject = { kind: "member", id: userId } as const
      await recordAudit(tx, context, "member.role_changed", subject, {
        from: member.role,
        to: role,
      })
    })
    return null
  },
})
