import { type Id, newId } from "#catalog/ids.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { lockBot } from "../scripts/load.ts"
import { checkChange, checkExamples, readIntents } from "./load.ts"
import { SaveIntentInput } from "./schema.ts"
import { putIntent } from "./store.ts"

/**
 * Keeps an intent with all its examples, and computes where new ones stand, so that no message has to wait for it.
 *
 * Throws: AppError "bot.not_found", "understanding.not_found", "understanding.changed",
 * "understanding.name_taken", "understanding.too_many".
 */
export const saveIntent = defineVerb({
  name: "understanding.saveIntent",
  permission: "understanding.update",
  input: SaveIntentInput,
  audit: "intent.saved",
  run: async (
    context: ServiceContext,
    { botId, intentId, baseRevision, intent },
  ): Promise<{ readonly id: Id<"itt">; readonly revision: number }> => {
    const { orgId, container } = context
    const now = container.clock.now()
    await container.db.withOrg(orgId, (tx) => loadBot(tx, orgId, botId))
    await container.understanding.featurize({ orgId, botId }, intent.examples)
    return await container.db.withOrg(orgId, async (tx) => {
      await lockBot(tx, orgId, botId)
      const known = await readIntents(tx, orgId, botId)
      checkChange(known, { id: intentId ?? null, name: intent.name, baseRevision })
      checkExamples([...known.filter(({ id }) => id !== intentId), intent])
      const id = intentId ?? newId("itt", now.getTime())
      await putIntent(tx, { orgId, botId, at: now }, { ...intent, id })
      const { name } = intent
      await recordAudit(tx, context, "intent.saved", { kind: "bot", id: botId }, { name })
      return { id, revision: intentId === undefined ? 1 : baseRevision + 1 }
    })
  },
})
