import { newId } from "#catalog/ids.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { lockBot } from "../scripts/load.ts"
import { SaveUtterancesInput } from "./schema.ts"

/** Keeps the whole test set of a bot; of a text that comes twice the last counts. Throws: AppError "bot.not_found". */
export const saveUtterances = defineVerb({
  name: "understanding.saveUtterances",
  permission: "understanding.update",
  input: SaveUtterancesInput,
  audit: "utterances.saved",
  run: (context: ServiceContext, { botId, utterances }): Promise<{ readonly count: number }> => {
    const { orgId, container } = context
    const nowMs = container.clock.now().getTime()
    const kept = [...new Map(utterances.map((each) => [each.text, each.intent]))]
    return container.db.withOrg(orgId, async (tx) => {
      await lockBot(tx, orgId, botId)
      await tx.rows("delete from utterances where org_id = $1 and bot_id = $2", [orgId, botId])
      await tx.rows(
        `insert into utterances (org_id, id, bot_id, text, intent)
         select $1, u.id, $2, u.text, u.intent from unnest($3::text[], $4::text[], $5::text[]) as u(id, text, intent)`,
        [
          ...[orgId, botId, kept.map(() => newId("utt", nowMs))],
          ...[kept.map(([text]) => text), kept.map(([, intent]) => intent)],
        ],
      )
      const count = kept.length
      await recordAudit(tx, context, "utterances.saved", { kind: "bot", id: botId }, { count })
      return { count }
    })
  },
})
