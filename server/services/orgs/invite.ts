import { type InvitationId, newId, type ProvenOrgId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { canGrant, type Role } from "#catalog/permissions.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import { hashToken, newLinkToken } from "../accounts/link-token.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { spend } from "../spend.ts"
import { InviteInput } from "./schema.ts"

export interface Invitation {
  readonly id: InvitationId
  /** Works once, for the person with that address; also sent by mail. */
  readonly link: string
  readonly expiresAt: string
}

const dayMs = 24 * 60 * 60_000

/**
 * Invites a person by a link; an earlier invitation of the same address stops working.
 *
 * Throws: AppError "permission.role_above", "member.already", "plan.member_limit".
 */
export const invite = defineVerb({
  name: "orgs.invite",
  permission: "members.invite",
  input: InviteInput,
  audit: "member.invited",
  run: async (context: ServiceContext, { email, role }): Promise<Invitation> => {
    const { orgId, userId, container } = context
    if (!canGrant(context.role, role))
      throw new AppError("permission.role_above", { role, actor: context.role })
    await spend(container, "invitePerOrg", orgId)
    const token = newLinkToken()
    const now = container.clock.now()
    const id = newId("inv", now.getTime())
    const expiresAt = new Date(now.getTime() + limits.invitationDays * dayMs)
    const orgName = await container.db.withOrg(orgId, async (tx) => {
      await checkRoom(tx, orgId, email, now)
      await tx.rows(
        "delete from invites where org_id = $1 and email = $2 and accepted_at is null",
        [orgId, email],
      )
      await tx.rows(
        `insert into invites (org_id, id, email, role, token_hash, invited_by, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [orgId, id, email, role, hashToken(token), userId, now, expiresAt],
      )
      await recordAudit(tx, context, "member.invited", { kind: "invitation", id }, { email, role })
      const [org] = await tx.rows<{ name: string }>(
        "select name from organizations where id = $1",
        [orgId],
      )
      return org?.name ?? ""
    })
    const link = `${container.publicUrl}/invite/${token}`
    await sendInvitation(context, email, orgName, role, link)
    return { id, link, expiresAt: expiresAt.toISOString() }
  },
})

async function checkRoom(tx: OrgTx, orgId: ProvenOrgId, email: string, now: Date): Promise<void> {
  const [found] = await tx.rows<{ isMember: boolean; used: number }>(
    `select exists (select from members m join users u on u.id = m.user_id
         where m.org_id = $1 and u.email = $2) as "isMember",
       (select count(*) from members where org_id = $1)
         + (select count(*) from invites
            where org_id = $1 and accepted_at is null and expires_at > $3) as used`,
    [orgId, email, now],
  )
  if (found?.isMember) throw new AppError("member.already", { email })
  const used = found?.used ?? 0
  if (used >= limits.membersPerOrg)
    throw new AppError("plan.member_limit", { used, limit: limits.membersPerOrg })
}

/** The link was shown already, so a mail that cannot be sent is only logged. */
async function sendInvitation(
  { container, requestId }: ServiceContext,
  email: string,
  orgName: string,
  role: Role,
  link: string,
): Promise<void> {
  const text = `You are invited to join ${orgName} on Botwright as ${role}.\n\nOpen this link within ${limits.invitationDays} days:\n${link}\n`
  await container.mail
    .send({ to: email, subject: `Join ${orgName} on Botwright`, text })
    .catch((error: unknown) =>
      container.log.error({ err: error, requestId }, "invitation not sent"),
    )
}
