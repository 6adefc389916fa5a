import type { InvitationId, OrgId, ProvenOrgId } from "#catalog/ids.ts"
import type { Role } from "#catalog/permissions.ts"
import type { Container } from "#server/container.ts"
import { hashToken } from "../accounts/link-token.ts"
import type { AnyoneContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { proveOrg } from "../proven-org.ts"
import { spend } from "../spend.ts"
import { InviteLinkInput } from "./schema.ts"

export interface FoundInvitation {
  readonly orgId: ProvenOrgId
  readonly id: InvitationId
  readonly orgName: string
  readonly email: string
  readonly role: Role
}

/** What an invitation says to whoever opens its link; null when the link no longer works. */
export const previewInvite = defineVerb({
  name: "orgs.invitation",
  permission: "anyone",
  input: InviteLinkInput,
  audit: null,
  run: async (
    { container, ip }: AnyoneContext,
    { token },
  ): Promise<Pick<FoundInvitation, "orgName" | "email" | "role"> | null> => {
    await spend(container, "linkPerIp", ip)
    const found = await findInvitation(container, token)
    if (found === null) return null
    const { orgName, email, role } = found
    return { orgName, email, role }
  },
})

/** The gate of the invitation's link: the secret in it proves the organization. Null when it no longer works. */
export async function findInvitation(
  { db, clock }: Pick<Container, "db" | "clock">,
  token: string,
): Promise<FoundInvitation | null> {
  const [place] = await db.dispatcherQuery<{ id: InvitationId; orgId: OrgId }>(
    `select id, org_id as "orgId" from invites where token_hash = $1`,
    [hashToken(token)],
  )
  if (place === undefined) return null
  const orgId = proveOrg(place.orgId)
  const [found] = await db.tenantQuery<Omit<FoundInvitation, "orgId" | "id">>(
    [orgId],
    `select o.name as "orgName", i.email, i.role from invites i
     join organizations o on o.id = i.org_id
     where i.org_id = $1 and i.id = $2 and i.accepted_at is null and i.expires_at > $3`,
    [orgId, place.id, clock.now()],
  )
  return found === undefined ? null : { orgId, id: place.id, ...found }
}
