import { type BotId, newId, type ProvenOrgId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { type HistoryRef, RenameVersionInput } from "./schema.ts"

/** Gives a published version, or a kept state of the draft, a name and a note. Throws: AppError "bot.not_found", "version.not_found". */
export const renameVersion = defineVerb({
  name: "versions.rename",
  permission: "bots.update",
  input: RenameVersionInput,
  audit: "version.renamed",
  run: (context: ServiceContext, { botId, ref, name, note }): Promise<null> => {
    const { orgId, userId, container } = context
    const now = container.clock.now()
    return container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      await checkThere(tx, orgId, botId, ref)
      if (ref.startsWith("ver_"))
        await tx.rows(
          `insert into snapshots (org_id, id, bot_id, version_id, name, note, created_by, created_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8)
           on conflict (org_id, version_id) where scripts is null
           do update set name = excluded.name, note = excluded.note`,
          [orgId, newId("snp", now.getTime()), botId, ref, name, note, userId, now],
        )
      else
        await tx.rows(
          `update snapshots set name = $4, note = $5, is_automatic = false
           where org_id = $1 and bot_id = $2 and id = $3`,
          [orgId, botId, ref, name, note],
        )
      await recordAudit(tx, context, "version.renamed", { kind: "bot", id: botId }, { ref, name })
      return null
    })
  },
})

async function checkThere(
  tx: OrgTx,
  orgId: ProvenOrgId,
  botId: BotId,
  ref: HistoryRef,
): Promise<void> {
  const table = ref.startsWith("ver_") ? "versions" : "snapshots"
  const rows = await tx.rows(
    `select id from ${table} where org_id = $1 and bot_id = $2 and id = $3`,
    [orgId, botId, ref],
  )
  if (rows.length === 0) throw new AppError("version.not_found", { version: ref })
}
