import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { RevokeInviteInput } from "./schema.ts"

/** Takes an open invitation back; its link stops working. Throws: AppError "member.not_found". */
export const revokeInvite = defineVerb({
  name: "orgs.revokeInvite",
  permission: "members.invite",
  input: RevokeInviteInput,
  audit: "member.invite_revoked",
  run: async (context: ServiceContext, { inviteId }): Promise<null> => {
    const { orgId, container } = context
    await container.db.withOrg(orgId, async (tx) => {
      const [gone] = await tx.rows<{ email: string }>(
        "delete from invites where org_id = $1 and id = $2 and accepted_at is null returning email",
        [orgId, inviteId],
      )
      if (gone === undefined) throw new AppError("member.not_found")
      const subject = { kind: "invitation", id: inviteId } as const
      await recordAudit(tx, context, "member.invite_revoked", subject, { email: gone.email })
    })
    return null
  },
})
