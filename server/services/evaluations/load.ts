import type { EvaluationQuestion } from "#catalog/evaluation/question.ts"
import type { EvaluationResult } from "#catalog/evaluation/sum-up.ts"
import type { BotId, Id, ProvenOrgId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import { loadBot } from "../bots/load.ts"

export interface EvaluationSetRow {
  readonly id: string
  readonly name: string
  readonly bases: readonly string[]
  readonly before: readonly string[]
  readonly questions: readonly EvaluationQuestion[]
  readonly revision: number
}

/** A set of this bot, locked. Throws: AppError "bot.not_found", "evaluation.set_not_found". */
export async function loadSet(
  tx: OrgTx,
  orgId: ProvenOrgId,
  botId: BotId,
  setId: Id<"evs">,
): Promise<EvaluationSetRow> {
  await loadBot(tx, orgId, botId)
  const [row] = await tx.rows<EvaluationSetRow>(
    `select id, name, bases, before, questions, revision from evaluation_sets
     where org_id = $1 and bot_id = $2 and id = $3 for update`,
    [orgId, botId, setId],
  )
  if (row === undefined) throw new AppError("evaluation.set_not_found")
  return row
}

/** A run as a list shows it. */
export interface ListedRun {
  readonly id: string
  readonly state: "waiting" | "running" | "ready" | "failed" | "stopped"
  readonly problem: string | null
  readonly total: number
  readonly done: number
  /** Null: the knowledge alone was asked. */
  readonly versionNumber: number | null
  /** The version is the one everybody meets now. */
  readonly isLive: boolean
  readonly prompt: { readonly name: string; readonly number: number } | null
  readonly hasJudge: boolean
  readonly createdAt: string
  readonly endedAt: string | null
  readonly results: readonly EvaluationResult[]
}

type RunRow = Omit<ListedRun, "createdAt" | "endedAt" | "results"> & {
  readonly created: Date
  readonly ended: Date | null
  readonly results: readonly EvaluationResult[] | null
}

/** The runs of a set with their results, the newest first. */
export async function loadRuns(
  tx: OrgTx,
  orgId: string,
  { setId, runId }: { readonly setId?: string; readonly runId?: string },
): Promise<ListedRun[]> {
  const rows = await tx.rows<RunRow>(
    `select r.id, r.state, r.problem, r.total, r.done, v.number as "versionNumber",
       coalesce(v.id = b.published_version_id, false) as "isLive", r.has_judge as "hasJudge",
       case when p.id is null then null
         else jsonb_build_object('name', p.name, 'number', r.prompt_number) end as prompt,
       r.created_at as created, r.ended_at as ended,
       (select jsonb_agg(e.result order by e.position) from evaluation_results e
         where e.org_id = r.org_id and e.run_id = r.id) as results
     from evaluation_runs r
     left join versions v on v.org_id = r.org_id and v.id = r.version_id
     left join bots b on b.org_id = r.org_id and b.id = r.bot_id
     left join prompts p on p.org_id = r.org_id and p.id = r.prompt_id
     where r.org_id = $1 and ($2::text is null or r.set_id = $2) and ($3::text is null or r.id = $3)
     order by r.created_at desc, r.id desc limit 50`,
    [orgId, setId ?? null, runId ?? null],
  )
  return rows.map(({ created, ended, results, ...row }) => ({
    ...row,
    results: results ?? [],
    createdAt: created.toISOString(),
    endedAt: ended?.toISOString() ?? null,
  }))
}

/** A run of this bot. Throws: AppError "bot.not_found", "evaluation.run_not_found". */
export async function loadRun(
  tx: OrgTx,
  orgId: ProvenOrgId,
  botId: BotId,
  runId: Id<"evr">,
): Promise<ListedRun> {
  await loadBot(tx, orgId, botId)
  const owned = await tx.rows(
    "select from evaluation_runs where org_id = $1 and bot_id = $2 and id = $3",
    [orgId, botId, runId],
  )
  const [run] = owned.length === 0 ? [] : await loadRuns(tx, orgId, { runId })
  if (run === undefined) throw new AppError("evaluation.run_not_found")
  return run
}
