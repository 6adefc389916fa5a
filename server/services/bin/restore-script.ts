import type { Layout } from "#basic/graph/model.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import type { ChangedScript } from "../scripts/create.ts"
import { insertScript } from "../scripts/insert.ts"
import { checkSize, countChange, lockBot } from "../scripts/load.ts"
import { BinScriptInput } from "./schema.ts"

/** A flow that came back, with everything the builder edits. */
export interface RestoredScript extends ChangedScript {
  readonly source: string
  readonly layout: Layout
}

/**
 * Brings a deleted flow back, behind the others. Under another name where its own is taken by now.
 *
 * Throws: AppError "bot.not_found", "bin.entry_gone", "script.limit".
 */
export const restoreScript = defineVerb({
  name: "bin.restoreScript",
  permission: "bots.update",
  input: BinScriptInput,
  audit: "script.restored",
  run: (context: ServiceContext, { botId, entryId }): Promise<RestoredScript> => {
    const { orgId, container } = context
    return container.db.withOrg(orgId, async (tx) => {
      await lockBot(tx, orgId, botId)
      const [entry] = await tx.rows<{
        name: string
        kept: { source: string; layout: Layout }
      }>(
        `delete from bin_entries where org_id = $1 and id = $2 and bot_id = $3 and kind = 'script'
         returning name, kept`,
        [orgId, entryId, botId],
      )
      if (entry === undefined) throw new AppError("bin.entry_gone")
      const taken = await tx.rows<{ name: string }>(
        "select lower(name) as name from scripts where org_id = $1 and bot_id = $2",
        [orgId, botId],
      )
      const name = findFree(entry.name, new Set(taken.map((each) => each.name)))
      const { source, layout } = entry.kept
      const id = await insertScript(tx, context, botId, { name, source, layout })
      await checkSize(tx, orgId, botId)
      const draftRevision = await countChange(tx, orgId, botId)
      await recordAudit(tx, context, "script.restored", { kind: "bot", id: botId }, { name })
      return { script: { id, name, revision: 1 }, draftRevision, source, layout }
    })
  },
})

function findFree(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name.toLowerCase())) return name
  let number = 2
  while (taken.has(`${name} ${number}`.toLowerCase())) number++
  return `${name} ${number}`
}
