import { AppError } from "#server/errors/app-error.ts"
import { purgeEntry } from "#server/records/bin/bin-entries.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { BinEntryInput } from "./schema.ts"

/** Deletes a bot that lies in the bin for good, with its flows, versions and conversations. Throws: AppError "bin.entry_gone". */
export const purgeBot = defineVerb({
  name: "bin.purgeBot",
  permission: "bots.delete",
  input: BinEntryInput,
  audit: "bin.purged",
  run: (context: ServiceContext, { entryId }): Promise<null> => {
    const { orgId, container } = context
    return container.db.withOrg(orgId, async (tx) => {
      const [entry] = await tx.rows<{ botId: string; name: string }>(
        `select bot_id as "botId", name from bin_entries
         where org_id = $1 and id = $2 and kind = 'bot' for update`,
        [orgId, entryId],
      )
      if (entry === undefined) throw new AppError("bin.entry_gone")
      const { botId, name } = entry
      await recordAudit(tx, context, "bin.purged", { kind: "bot", id: botId }, { name })
      await purgeEntry(tx, orgId, entryId, null)
      return null
    })
  },
})
