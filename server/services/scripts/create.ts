import { emptyLayout } from "#basic/graph/model.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { insertScript } from "./insert.ts"
import { checkSize, countChange, lockBot, type ScriptSummary } from "./load.ts"
import { CreateScriptInput } from "./schema.ts"

/** A flow that was made or changed, and the count of changes to the bot. */
export interface ChangedScript {
  readonly script: ScriptSummary
  readonly draftRevision: number
}

/** Adds an empty flow. Throws: AppError "bot.not_found", "script.name_taken", "script.limit". */
export const createScript = defineVerb({
  name: "scripts.create",
  permission: "bots.update",
  input: CreateScriptInput,
  audit: "script.created",
  run: (context: ServiceContext, { botId, name }): Promise<ChangedScript> => {
    const { orgId, container } = context
    return container.db.withOrg(orgId, async (tx) => {
      await lockBot(tx, orgId, botId)
      const id = await insertScript(tx, context, botId, { name, source: "", layout: emptyLayout })
      await checkSize(tx, orgId, botId)
      const draftRevision = await countChange(tx, orgId, botId)
      await recordAudit(tx, context, "script.created", { kind: "bot", id: botId }, { name })
      return { script: { id, name, revision: 1 }, draftRevision }
    })
  },
})
