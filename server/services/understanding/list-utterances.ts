import type { Id } from "#catalog/ids.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { UnderstandingInput } from "./schema.ts"

/** A message of the test set, with the intent it should have; null for none. */
export interface Utterance {
  readonly id: Id<"utt">
  readonly text: string
  readonly intent: string | null
}

/** The test set of a bot. Throws: AppError "bot.not_found". */
export const listUtterances = defineVerb({
  name: "understanding.utterances",
  permission: "understanding.read",
  input: UnderstandingInput,
  audit: null,
  run: ({ orgId, container }: ServiceContext, { botId }): Promise<Utterance[]> =>
    container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      return tx.rows<Utterance>(
        "select id, text, intent from utterances where org_id = $1 and bot_id = $2 order by intent, id",
        [orgId, botId],
      )
    }),
})
