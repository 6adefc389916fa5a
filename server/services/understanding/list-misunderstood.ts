import type { Id } from "#catalog/ids.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { UnderstandingInput } from "./schema.ts"

/** A message no intent was sure of, without what may say who wrote it. */
export interface MisunderstoodMessage {
  readonly id: Id<"mis">
  readonly text: string
  /** The intent that came nearest, and how sure it was. */
  readonly guess: string | null
  readonly confidence: number
  readonly heardAt: Date
  /** How often these words came. */
  readonly times: number
}

/** Messages of real conversations that were not understood, the latest first, the same words once. Throws: AppError "bot.not_found". */
export const listMisunderstood = defineVerb({
  name: "understanding.misunderstood",
  permission: "recordings.read",
  input: UnderstandingInput,
  audit: null,
  run: ({ orgId, container }: ServiceContext, { botId }): Promise<MisunderstoodMessage[]> =>
    container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      return tx.rows<MisunderstoodMessage>(
        `select * from (
           select distinct on (lower(text)) id, text, guess, confidence, heard_at as "heardAt",
             (count(*) over (partition by lower(text)))::int as times
           from misunderstood where org_id = $1 and bot_id = $2
           order by lower(text), heard_at desc
         ) m order by "heardAt" desc, id desc limit 100`,
        [orgId, botId],
      )
    }),
})
