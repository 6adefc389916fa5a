import type { BotId, Id } from "#catalog/ids.ts"
import type { KeyScope } from "#catalog/key-scopes.ts"
import { NoInput } from "../accounts/schema.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { isTheirs, whoseKeys } from "./load.ts"

/** A key as it is shown: never the key itself, which nobody has but whoever copied it. */
export interface ListedKey {
  readonly id: Id<"key">
  readonly name: string
  /** Its first characters. */
  readonly prefix: string
  readonly scopes: readonly KeyScope[]
  /** The bots it is limited to; null for all of the organization. */
  readonly bots: readonly { readonly id: BotId; readonly name: string }[] | null
  readonly state: "active" | "expired" | "revoked"
  /** The name of who made it; null where they have left, and it opens nothing any more. */
  readonly madeBy: string | null
  readonly isYours: boolean
  readonly createdAt: string
  readonly expiresAt: string | null
  readonly lastUsedAt: string | null
}

interface Row extends Omit<ListedKey, "bots" | "createdAt" | "expiresAt" | "lastUsedAt"> {
  readonly allBots: boolean
  readonly bots: { readonly id: BotId; readonly name: string }[]
  readonly createdAt: Date
  readonly expiresAt: Date | null
  readonly lastUsedAt: Date | null
}

/** The keys of the organization, or of one's own making for who does not oversee them, the latest first. */
export const listKeys = defineVerb({
  name: "apiKeys.list",
  permission: "keys.read",
  input: NoInput,
  audit: null,
  run: async (context: ServiceContext): Promise<ListedKey[]> => {
    const { orgId, container } = context
    const rows = await container.db.tenantQuery<Row>(
      [orgId],
      `select k.id, k.name, k.prefix, k.scopes, k.all_bots as "allBots", u.name as "madeBy",
         k.created_by = $3 as "isYours", k.created_at as "createdAt", k.expires_at as "expiresAt",
         k.last_used_at as "lastUsedAt", b.bots,
         case when k.revoked_at is not null then 'revoked' when k.expires_at <= $4 then 'expired' else 'active' end as state
       from api_keys k
       left join members m on m.org_id = k.org_id and m.user_id = k.created_by
       left join users u on u.id = m.user_id
       left join lateral (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name) order by b.name), '[]') as bots
         from api_key_bots l join bots b on b.org_id = l.org_id and b.id = l.bot_id
         where l.org_id = k.org_id and l.key_id = k.id) b on true
       where k.org_id = $1 and ${isTheirs}
       order by k.revoked_at is not null, k.created_at desc, k.id desc limit 300`,
      [...whoseKeys(context), container.clock.now()],
    )
    return rows.map(({ allBots, bots, createdAt, expiresAt, lastUsedAt, ...row }) => ({
      ...row,
      bots: allBots ? null : bots,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt?.toISOString() ?? null,
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    }))
  },
})
