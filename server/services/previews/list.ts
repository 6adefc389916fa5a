import type { PreviewId } from "#catalog/ids.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { PreviewsInput } from "./schema.ts"

export interface PreviewLink {
  readonly id: PreviewId
  /** Null when the key of the installation has changed since. */
  readonly link: string | null
  /** What it shows: null for the draft. */
  readonly number: number | null
  readonly name: string | null
  readonly hasPassword: boolean
  readonly by: string | null
  readonly createdAt: string
  readonly expiresAt: string
  readonly lastUsedAt: string | null
}

interface Row extends Omit<PreviewLink, "link" | "createdAt" | "expiresAt" | "lastUsedAt"> {
  readonly sealed: string
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly lastUsedAt: Date | null
}

/** The preview links of a bot that are open, the latest first. Throws: AppError "bot.not_found". */
export const listPreviews = defineVerb({
  name: "previews.list",
  permission: "bots.update",
  input: PreviewsInput,
  audit: null,
  run: ({ orgId, container }: ServiceContext, { botId }): Promise<PreviewLink[]> =>
    container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const rows = await tx.rows<Row>(
        `select p.id, p.token_sealed as sealed, v.number, coalesce(s.name, n.name) as name,
           p.password_hash is not null as "hasPassword", u.name as by, p.created_at as "createdAt",
           p.expires_at as "expiresAt", p.last_used_at as "lastUsedAt"
         from previews p
         left join versions v on v.org_id = p.org_id and v.id = p.version_id
         left join snapshots n on n.org_id = p.org_id and n.version_id = p.version_id
         left join snapshots s on s.org_id = p.org_id and s.id = p.snapshot_id
         left join users u on u.id = p.created_by
         where p.org_id = $1 and p.bot_id = $2 and p.expires_at > $3
         order by p.created_at desc limit 100`,
        [orgId, botId, container.clock.now()],
      )
      return rows.map(({ sealed, createdAt, expiresAt, lastUsedAt, ...row }) => {
        const token = container.seal.open(sealed)
        return {
          ...row,
          link: token === null ? null : `${container.publicUrl}/preview/${token}`,
          createdAt: createdAt.toISOString(),
          expiresAt: expiresAt.toISOString(),
          lastUsedAt: lastUsedAt?.toISOString() ?? null,
        }
      })
    }),
})
