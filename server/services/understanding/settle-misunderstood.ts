import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { lockBot } from "../scripts/load.ts"
import { checkExamples, readIntents } from "./load.ts"
import { SettleMisunderstoodInput } from "./schema.ts"

/**
 * Makes a message that was not understood an example of an intent, or puts it away; the same words of other
 * conversations go with it.
 *
 * Throws: AppError "bot.not_found", "understanding.not_found", "understanding.too_many".
 */
export const settleMisunderstood = defineVerb({
  name: "understanding.settle",
  permission: "understanding.update",
  input: SettleMisunderstoodInput,
  audit: "misunderstood.settled",
  run: (context: ServiceContext, { botId, messageId, intentId }): Promise<null> => {
    const { orgId, container } = context
    return container.db.withOrg(orgId, async (tx) => {
      await lockBot(tx, orgId, botId)
      const [message] = await tx.rows<{ text: string }>(
        "select text from misunderstood where org_id = $1 and bot_id = $2 and id = $3",
        [orgId, botId, messageId],
      )
      if (message === undefined) throw new AppError("understanding.not_found", { id: messageId })
      if (intentId !== undefined) {
        const intents = await readIntents(tx, orgId, botId)
        const intent = intents.find(({ id }) => id === intentId)
        if (intent === undefined) throw new AppError("understanding.not_found", { id: intentId })
        const examples = addExample(intent.examples, message.text)
        checkExamples([...intents.filter(({ id }) => id !== intentId), { examples }])
        await tx.rows(
          `update intents set examples = $4, revision = revision + 1, updated_at = $5
           where org_id = $1 and bot_id = $2 and id = $3`,
          [orgId, botId, intentId, examples, container.clock.now()],
        )
      }
      await tx.rows(
        "delete from misunderstood where org_id = $1 and bot_id = $2 and lower(text) = lower($3)",
        [orgId, botId, message.text],
      )
      const facts = { intent: intentId ?? null }
      await recordAudit(tx, context, "misunderstood.settled", { kind: "bot", id: botId }, facts)
      return null
    })
  },
})

function addExample(examples: readonly string[], text: string): readonly string[] {
  const isThere = examples.some((example) => example.toLowerCase() === text.toLowerCase())
  return isThere ? examples : [...examples, text]
}
