import { newId, type OrgId, type UserId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { AppError } from "#server/errors/app-error.ts"
import { beginCleanUps } from "#server/records/retention/clean-up.ts"
import type { AnyoneContext, PersonContext, ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { proveOrg } from "../proven-org.ts"
import { recordAudit } from "../record-audit.ts"
import { listMemberships } from "./list.ts"
import { CreateOrgInput } from "./schema.ts"

/** Makes an organization; whoever makes it is its first owner. Throws: AppError "plan.org_limit". */
export const createOrg = defineVerb({
  name: "orgs.create",
  permission: "signed_in",
  input: CreateOrgInput,
  audit: "org.created",
  run: async (context: PersonContext, { name }): Promise<{ id: OrgId; name: string }> => {
    const before = await listMemberships(context.container, context.userId)
    if (before.length >= limits.orgsPerUser)
      throw new AppError("plan.org_limit", { used: before.length, limit: limits.orgsPerUser })
    const { orgId } = await insertOrg(context, context.userId, name)
    return { id: orgId, name }
  },
})

/** Stores an organization with its owner, and gives the right to act for it as that owner. */
export async function insertOrg(
  context: AnyoneContext,
  userId: UserId,
  name: string,
): Promise<ServiceContext> {
  const { container } = context
  const now = container.clock.now()
  const orgId = proveOrg(newId("org", now.getTime()))
  const owner: ServiceContext = { ...context, orgId, userId, role: "owner" }
  await container.db.withOrg(orgId, async (tx) => {
    await tx.rows("insert into organizations (id, name, created_at) values ($1, $2, $3)", [
      orgId,
      name,
      now,
    ])
    await beginCleanUps(tx, orgId)
    await tx.rows(
      "insert into members (org_id, user_id, role, created_at) values ($1, $2, 'owner', $3)",
      [orgId, userId, now],
    )
    await recordAudit(tx, owner, "org.created", { kind: "organization", id: orgId }, { name })
  })
  return owner
}
