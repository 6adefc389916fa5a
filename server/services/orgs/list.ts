import type { OrgId, UserId } from "#catalog/ids.ts"
import type { Role } from "#catalog/permissions.ts"
import type { Container } from "#server/container.ts"
import { NoInput } from "../accounts/schema.ts"
import type { PersonContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"

export interface Membership {
  readonly id: OrgId
  readonly name: string
  readonly role: Role
}

/** The organizations a person belongs to, by name. */
export const listOrgs = defineVerb({
  name: "orgs.list",
  permission: "signed_in",
  input: NoInput,
  audit: null,
  run: ({ container, userId }: PersonContext): Promise<Membership[]> =>
    listMemberships(container, userId),
})

/** The same for whoever already proved to be that person. */
export function listMemberships(
  { db }: Pick<Container, "db">,
  userId: UserId,
): Promise<Membership[]> {
  return db.accountsQuery<Membership>(
    `select o.id, o.name, m.role from members m
     join organizations o on o.id = m.org_id
     where m.user_id = $1 order by lower(o.name), o.id`,
    [userId],
  )
}
