import type { OrgId, UserId } from "#catalog/ids.ts"
import type { Role } from "#catalog/permissions.ts"
import type { PersonContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { listMemberships } from "../orgs/list.ts"
import { NoInput } from "./schema.ts"

export interface Me {
  readonly user: { readonly id: UserId; readonly email: string; readonly name: string }
  readonly orgs: readonly { readonly id: OrgId; readonly name: string; readonly role: Role }[]
}

/** Who is signed in, and where they belong. */
export const loadMe = defineVerb({
  name: "account.me",
  permission: "signed_in",
  input: NoInput,
  audit: null,
  run: async ({ container, userId }: PersonContext): Promise<Me> => {
    const [user] = await container.db.accountsQuery<Me["user"]>(
      "select id, email, name from users where id = $1",
      [userId],
    )
    const orgs = await listMemberships(container, userId)
    return { user: user ?? { id: userId, email: "", name: "" }, orgs }
  },
})
