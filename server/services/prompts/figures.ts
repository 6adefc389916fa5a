import { compareShares, type ShareComparison } from "#catalog/experiments/compare-shares.ts"
import type { OrgId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { loadPrompt, loadSplits, type PromptRow, type Split } from "./load.ts"
import { PromptInput } from "./schema.ts"

/** How a version did. A conversation is resolved when nobody had to take over and no answer was missing. */
export interface VersionFigures {
  readonly number: number
  readonly conversations: number
  readonly uses: number
  readonly resolved: number
  /** Null where no result says what the goal is. */
  readonly reached: number | null
  readonly rating: number | null
  readonly calls: number
  /** Half of the questions to models took no longer. Null where none was asked. Units: ms. */
  readonly typicalMs: number | null
  readonly tokens: number
  /** Units: US dollars. */
  readonly dollars: number
}

/** What a comparison has shown so far: people, and those of them for whom it went well. */
export interface SplitFigures extends Split {
  readonly a: { readonly hits: number; readonly total: number }
  readonly b: { readonly hits: number; readonly total: number }
  readonly report: ShareComparison
}

/** How the versions of a prompt do, and what its comparisons show. Throws: AppError "prompt.not_found". */
export const readPromptFigures = defineVerb({
  name: "prompts.figures",
  permission: "prompts.read",
  input: PromptInput,
  audit: null,
  run: async (
    { orgId, container }: ServiceContext,
    { promptId },
  ): Promise<{ versions: VersionFigures[]; splits: SplitFigures[] }> =>
    await container.db.withOrg(orgId, async (tx) => {
      const prompt = await loadPrompt(tx, orgId, promptId)
      const splits = await loadSplits(tx, orgId, promptId)
      return {
        versions: await loadFigures(tx, orgId, prompt),
        splits: await Promise.all(splits.map((split) => loadReport(tx, orgId, prompt, split))),
      }
    }),
})

/** Of a use `u`: $3 names the result that tells of the goal. */
const isResolved = `(u.unknown = 0 and not exists (select from handoffs h
  where h.org_id = u.org_id and h.conversation_id = u.conversation_id))`
const isReached = `coalesce(r.collected ->> $3, '') not in ('', 'false', '0')`
const withResults = `left join results r on r.org_id = u.org_id and r.conversation_id = u.conversation_id`

async function loadFigures(
  tx: OrgTx,
  orgId: OrgId,
  { id, goal, rating }: PromptRow,
): Promise<VersionFigures[]> {
  const rows = await tx.rows<VersionFigures>(
    `with used as (
       select u.number, count(*)::int as conversations, sum(u.uses)::int as uses,
         count(*) filter (where ${isResolved})::int as resolved,
         case when $3::text is null then null else count(*) filter (where ${isReached})::int end as reached,
         avg(case when r.collected ->> $4 ~ '^-?[0-9]{1,9}([.][0-9]{1,9})?$'
           then (r.collected ->> $4)::numeric end)::float8 as rating
       from prompt_uses u ${withResults} where u.org_id = $1 and u.prompt_id = $2 group by u.number),
     asked as (
       select prompt_number as number, count(*)::int as calls,
         percentile_cont(0.5) within group (order by took_ms) as "typicalMs",
         sum(input_tokens + output_tokens)::float8 as tokens, sum(cost_micros) / 1e6::float8 as dollars
       from model_usage where org_id = $1 and prompt_id = $2 group by prompt_number)
     select v.number, coalesce(u.conversations, 0) as conversations, coalesce(u.uses, 0) as uses,
       coalesce(u.resolved, 0) as resolved,
       case when $3::text is null then null else coalesce(u.reached, 0) end as reached, u.rating,
       coalesce(a.calls, 0) as calls, a."typicalMs", coalesce(a.tokens, 0) as tokens,
       coalesce(a.dollars, 0) as dollars
     from prompt_versions v left join used u on u.number = v.number left join asked a on a.number = v.number
     where v.org_id = $1 and v.prompt_id = $2 order by v.number desc`,
    [orgId, id, goal, rating],
  )
  return rows
}

/** Counts people, not conversations: a split gives each person one version, and ten visits of one are no ten opinions. */
async function loadReport(
  tx: OrgTx,
  orgId: OrgId,
  { id, goal }: PromptRow,
  split: Split,
): Promise<SplitFigures> {
  const rows = await tx.rows<{ number: number; total: number; hits: number }>(
    `select number, count(*)::int as total, (count(*) filter (where is_hit))::int as hits from (
       select u.number, u.person,
         case when $5 = 'goal' then bool_or(${isReached}) else bool_and(${isResolved}) end as is_hit
       from prompt_uses u ${withResults}
       where u.org_id = $1 and u.prompt_id = $2 and u.split_id = $4 group by u.number, u.person) people
     group by number`,
    [orgId, id, goal, split.id, split.measure],
  )
  const shareOf = (number: number) => {
    const row = rows.find((each) => each.number === number)
    return { hits: row?.hits ?? 0, total: row?.total ?? 0 }
  }
  const a = shareOf(split.numberA)
  const b = shareOf(split.numberB)
  return { ...split, a, b, report: compareShares(a, b) }
}
