import type { InvitationId, UserId } from "#catalog/ids.ts"
import type { Role } from "#catalog/permissions.ts"
import { NoInput } from "../accounts/schema.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"

export interface Member {
  readonly userId: UserId
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly joinedAt: string
  /** The person who asks. */
  readonly isYou: boolean
}
export interface OpenInvitation {
  readonly id: InvitationId
  readonly email: string
  readonly role: Role
  readonly expiresAt: string
}

/** Who belongs to the organization, and who was invited and has not answered yet. */
export const listMembers = defineVerb({
  name: "orgs.members",
  permission: "members.read",
  input: NoInput,
  audit: null,
  run: async (
    context: ServiceContext,
  ): Promise<{ members: Member[]; invitations: OpenInvitation[] }> => {
    const { orgId, userId, container } = context
    return container.db.withOrg(orgId, async (tx) => {
      const members = await tx.rows<Omit<Member, "isYou" | "joinedAt"> & { joinedAt: Date }>(
        `select m.user_id as "userId", u.name, u.email, m.role, m.created_at as "joinedAt"
         from members m join users u on u.id = m.user_id
         where m.org_id = $1 order by lower(u.name), m.user_id`,
        [orgId],
      )
      const invitations = await tx.rows<Omit<OpenInvitation, "expiresAt"> & { expiresAt: Date }>(
        `select id, email, role, expires_at as "expiresAt" from invites
         where org_id = $1 and accepted_at is null and expires_at > $2 order by created_at, id`,
        [orgId, container.clock.now()],
      )
      return {
        members: members.map((member) => ({
          ...member,
          joinedAt: member.joinedAt.toISOString(),
          isYou: member.userId === userId,
        })),
        invitations: invitations.map((one) => ({ ...one, expiresAt: one.expiresAt.toISOString() })),
      }
    })
  },
})
