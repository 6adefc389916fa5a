import { limits } from "#catalog/limits.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { TrafficInput } from "./schema.ts"

/** How people went through the steps of the published version. Steps that only reckon are not among them. */
export interface Traffic {
  /** How many conversations were looked at: the latest. */
  readonly conversations: number
  readonly steps: readonly {
    readonly stepId: string
    /** Conversations that came to it. */
    readonly reached: number
    /** Of those, the ones that stand at it still, and nobody has answered for a day. */
    readonly left: number
  }[]
  /** From a step that acts to the next one that does. */
  readonly ways: readonly { readonly from: string; readonly to: string; readonly count: number }[]
}

/**
 * Counts from the traces that turns leave anyway: nothing is counted while somebody waits for an answer.
 *
 * Throws: AppError "bot.not_found".
 */
export const readTraffic = defineVerb({
  name: "recordings.traffic",
  permission: "recordings.read",
  input: TrafficInput,
  audit: null,
  run: async ({ orgId, container }: ServiceContext, { botId }): Promise<Traffic> =>
    container.db.withOrg(orgId, async (tx) => {
      const { versionId } = await loadBot(tx, orgId, botId)
      const nothing: Traffic = { conversations: 0, steps: [], ways: [] }
      if (versionId === null) return nothing
      const now = container.clock.now().toISOString()
      const [row] = await tx.rows<Traffic>(counted, [
        orgId,
        botId,
        versionId,
        limits.trafficConversations,
        now,
      ])
      return row ?? nothing
    }),
})

const counted = `
  with talks as materialized (
    select id, waiting is not null and last_at < $5::timestamptz - interval '1 day' as is_left
    from conversations where org_id = $1 and bot_id = $2 and bot_version_id = $3
    order by created_at desc limit $4
  ),
  taken as materialized (
    select t.id, t.is_left, s.step->>0 as step,
      row_number() over (partition by t.id order by (e.outcome->>'version')::bigint, s.place) as place
    from talks t
    join inbound_events e on e.org_id = $1 and e.conversation_id = t.id and e.outcome is not null
      and e.outcome->'trace'->>'versionId' = $3
    cross join lateral jsonb_array_elements(e.outcome->'trace'->'steps') with ordinality as s(step, place)
  ),
  pairs as (
    select id, step, is_left, lead(step) over (partition by id order by place) as next from taken
  ),
  steps as (
    select step as "stepId", count(distinct id)::int as reached,
      (count(distinct id) filter (where next is null and is_left))::int as "left"
    from pairs group by step
  ),
  ways as (
    select step as "from", next as "to", count(distinct id)::int as count
    from pairs where next is not null group by step, next
  )
  select (select count(*)::int from talks) as conversations,
    (select coalesce(json_agg(steps), '[]') from steps) as steps,
    (select coalesce(json_agg(ways), '[]') from ways) as ways`
