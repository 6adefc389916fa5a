import type { BotId, Id, OrgId, ProvenOrgId, UserId } from "#catalog/ids.ts"
import type { Permission, Role } from "#catalog/permissions.ts"
import type { Container } from "#server/container.ts"
import { AppError } from "#server/errors/app-error.ts"
import { hashToken } from "../accounts/link-token.ts"
import type { AnyoneContext, KeyContext } from "../context.ts"
import { proveOrg } from "../proven-org.ts"
import { spend } from "../spend.ts"

/** When a key was last used is noted at most this often. */
const noteEveryMs = 10 * 60_000

interface KeyRow {
  readonly id: Id<"key">
  readonly scopes: Permission[]
  readonly allBots: boolean
  readonly botIds: BotId[]
  readonly lastUsedAt: Date | null
  readonly userId: UserId
  /** Of who made it, now. */
  readonly role: Role
}

/**
 * The gate of the API: a key acts for its organization, with the role that its maker has at this moment.
 *
 * Nothing of it is remembered between requests, so that a key that was revoked, and a maker who was removed or given a
 * lower role, count at once. Throws: AppError "key.refused", "request.too_many".
 */
export async function proveKey(context: AnyoneContext, key: string): Promise<KeyContext> {
  const { container, ip } = context
  const found = await findKey(container, key)
  if (found === null) {
    await spend(container, "keyPerIp", ip)
    throw new AppError("key.refused")
  }
  const { orgId, id, scopes, allBots, botIds, userId, role, lastUsedAt } = found
  await spend(container, "callPerKey", id)
  await noteUse(container, orgId, id, lastUsedAt)
  const apiKey = { id, scopes, botIds: allBots ? null : botIds }
  return { ...context, orgId, userId, role, apiKey }
}

async function findKey(
  { db, clock }: Container,
  key: string,
): Promise<(KeyRow & { readonly orgId: ProvenOrgId }) | null> {
  if (!/^bw_[\w-]{43}$/.test(key)) return null
  const [place] = await db.dispatcherQuery<{ id: string; orgId: OrgId }>(
    `select id, org_id as "orgId" from api_keys where key_hash = $1`,
    [hashToken(key)],
  )
  if (place === undefined) return null
  const orgId = proveOrg(place.orgId)
  const [row] = await db.tenantQuery<KeyRow>(
    [orgId],
    `select k.id, k.scopes, k.all_bots as "allBots", k.last_used_at as "lastUsedAt",
       m.user_id as "userId", m.role,
       array(select bot_id from api_key_bots b where b.org_id = k.org_id and b.key_id = k.id) as "botIds"
     from api_keys k join members m on m.org_id = k.org_id and m.user_id = k.created_by
     where k.org_id = $1 and k.id = $2 and k.revoked_at is null
       and (k.expires_at is null or k.expires_at > $3)`,
    [orgId, place.id, clock.now()],
  )
  return row === undefined ? null : { ...row, orgId }
}

async function noteUse(
  { db, clock }: Container,
  orgId: ProvenOrgId,
  id: string,
  lastUsedAt: Date | null,
): Promise<void> {
  const now = clock.now()
  if (lastUsedAt !== null && now.getTime() - lastUsedAt.getTime() < noteEveryMs) return
  await db.tenantQuery(
    [orgId],
    "update api_keys set last_used_at = $3 where org_id = $1 and id = $2",
    [orgId, id, now],
  )
}
