import { limits } from "#catalog/limits.ts"
import { readDefinition } from "#server/records/understanding/read-definition.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { SortUtterancesInput } from "./schema.ts"

/** How a message of the test set came out. */
export interface SortedUtterance {
  readonly text: string
  /** What it should be, and what it is taken for; null for none. */
  readonly expected: string | null
  readonly found: string | null
  readonly confidence: number
}
export interface SortedUtterances {
  readonly sorted: readonly SortedUtterance[]
  readonly total: number
  /** Where the next part begins; null at the end. */
  readonly next: number | null
}

/** Sorts one part of the test set by the draft, so that whoever looks on sees how far it is. Throws: AppError "bot.not_found". */
export const sortUtterances = defineVerb({
  name: "understanding.sort",
  permission: "understanding.read",
  input: SortUtterancesInput,
  audit: null,
  run: async (
    { orgId, container }: ServiceContext,
    { botId, offset },
  ): Promise<SortedUtterances> => {
    const { utterancesPerPage: most } = limits
    const { definition, rows, total } = await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const [count] = await tx.rows<{ total: number }>(
        "select count(*)::int as total from utterances where org_id = $1 and bot_id = $2",
        [orgId, botId],
      )
      const rows = await tx.rows<{ text: string; intent: string | null }>(
        `select text, intent from utterances where org_id = $1 and bot_id = $2
         order by intent, id limit $3::int offset $4::int`,
        [orgId, botId, most, offset],
      )
      const definition = await readDefinition(tx, orgId, botId)
      return { definition, rows, total: count?.total ?? 0 }
    })
    const place = { orgId, botId }
    const { model } = await container.understanding.open(place, definition)
    const features = await container.understanding.featurize(
      place,
      rows.map(({ text }) => text),
    )
    const sorted = rows.map(({ text, intent }, at): SortedUtterance => {
      const given = features[at]
      const [best] = given === undefined ? [] : model.score(given)
      const confidence = best?.confidence ?? 0
      const isSure = best !== undefined && confidence >= best.threshold
      return { text, expected: intent, found: isSure ? best.name : null, confidence }
    })
    const end = offset + rows.length
    return { sorted, total, next: rows.length > 0 && end < total ? end : null }
  },
})
