import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { lockBot } from "../scripts/load.ts"
import { IntentInput } from "./schema.ts"

/** Deletes an intent of the draft; published versions keep theirs. Throws: AppError "bot.not_found", "understanding.not_found". */
export const deleteIntent = defineVerb({
  name: "understanding.deleteIntent",
  permission: "understanding.update",
  input: IntentInput,
  audit: "intent.deleted",
  run: (context: ServiceContext, { botId, intentId }): Promise<null> => {
    const { orgId, container } = context
    return container.db.withOrg(orgId, async (tx) => {
      await lockBot(tx, orgId, botId)
      const [gone] = await tx.rows<{ name: string }>(
        "delete from intents where org_id = $1 and bot_id = $2 and id = $3 returning name",
        [orgId, botId, intentId],
      )
      if (gone === undefined) throw new AppError("understanding.not_found", { id: intentId })
      const { name } = gone
      await recordAudit(tx, context, "intent.deleted", { kind: "bot", id: botId }, { name })
      return null
    })
  },
})
