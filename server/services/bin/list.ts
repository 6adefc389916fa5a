import type { BinEntryId } from "#catalog/ids.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { ListBinInput } from "./schema.ts"

/** A deleted bot or flow that can still be brought back. */
export interface BinEntry {
  readonly id: BinEntryId
  readonly kind: "bot" | "script"
  readonly name: string
  readonly deletedAt: string
  /** Null when the person has gone. */
  readonly deletedBy: string | null
  /** When it goes for good. */
  readonly goesAt: string
}

interface Row extends Omit<BinEntry, "deletedAt" | "goesAt"> {
  readonly deletedAt: Date
  readonly goesAt: Date
}

/** The bin: deleted bots of the organization, or deleted flows of one bot. Throws: AppError "bot.not_found". */
export const listBin = defineVerb({
  name: "bin.list",
  permission: "bots.read",
  input: ListBinInput,
  audit: null,
  run: ({ orgId, container }: ServiceContext, { botId }): Promise<BinEntry[]> =>
    container.db.withOrg(orgId, async (tx) => {
      if (botId !== undefined) await loadBot(tx, orgId, botId)
      const rows = await tx.rows<Row>(
        `select e.id, e.kind, e.name, e.deleted_at as "deletedAt", u.name as "deletedBy", e.due as "goesAt"
         from bin_entries e left join users u on u.id = e.deleted_by
         where e.org_id = $1 and e.due is not null
           and (($2 = '' and e.kind = 'bot') or (e.bot_id = $2 and e.kind = 'script'))
         order by e.deleted_at desc, e.id limit 500`,
        [orgId, botId ?? ""],
      )
      return rows.map(({ deletedAt, goesAt, ...row }) => ({
        ...row,
        deletedAt: deletedAt.toISOString(),
        goesAt: goesAt.toISOString(),
      }))
    }),
})
