import type { OrgId } from "#catalog/ids.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { PersonContext, ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { spend } from "../spend.ts"
import { findInvitation } from "./find-invitation.ts"
import { InviteLinkInput } from "./schema.ts"

/**
 * Joins the organization an invitation is for. The link works once, and for the address it was sent to.
 *
 * Throws: AppError "auth.link_spent", the same whatever is wrong with the link.
 */
export const acceptInvite = defineVerb({
  name: "orgs.acceptInvite",
  permission: "signed_in",
  input: InviteLinkInput,
  audit: "member.joined",
  run: async (person: PersonContext, { token }): Promise<{ id: OrgId; name: string }> => {
    const { container, userId, ip } = person
    await spend(container, "linkPerIp", ip)
    const found = await findInvitation(container, token)
    if (found === null || found.email !== person.email) throw new AppError("auth.link_spent")
    const { orgId, role } = found
    const context: ServiceContext = { ...person, orgId, role }
    const now = container.clock.now()
    await container.db.withOrg(orgId, async (tx) => {
      const spent = await tx.rows(
        `update invites set accepted_at = $3
         where org_id = $1 and id = $2 and accepted_at is null and expires_at > $3 returning id`,
        [orgId, found.id, now],
      )
      if (spent.length === 0) throw new AppError("auth.link_spent")
      await tx.rows(
        `insert into members (org_id, user_id, role, created_at) values ($1, $2, $3, $4)
         on conflict do nothing`,
        [orgId, userId, role, now],
      )
      await recordAudit(tx, context, "member.joined", { kind: "member", id: userId }, { role })
    })
    return { id: orgId, name: found.orgName }
  },
})
