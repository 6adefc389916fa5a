import type { EvaluationQuestion } from "#catalog/evaluation/question.ts"
import type { EvaluationResult } from "#catalog/evaluation/sum-up.ts"
import type { OrgId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"

/** A run whose lease this process holds. */
export interface LeasedRun {
  readonly orgId: OrgId
  readonly id: string
  readonly botId: string
  /** Null: the knowledge alone is asked. */
  readonly versionId: string | null
  readonly hasJudge: boolean
  readonly bases: readonly string[]
  readonly before: readonly string[]
  readonly questions: readonly EvaluationQuestion[]
  /** Positions of the questions that have their result. */
  readonly answered: readonly number[]
  readonly attempts: number
  readonly epoch: number
}

/** Longer than a question is answered and scored. */
const leaseMinutes = 5

/** Takes the lease of a run that is due; null when somebody else has it, or nothing is left to do. */
export async function leaseRun(db: Database, orgId: OrgId, id: string): Promise<LeasedRun | null> {
  const [row] = await db.tenantQuery<Omit<LeasedRun, "orgId">>(
    [orgId],
    `update evaluation_runs r set due = clock_timestamp() + interval '${leaseMinutes} minutes',
       epoch = r.epoch + 1, attempts = r.attempts + 1, state = 'running'
     where r.org_id = $1 and r.id = $2 and r.due <= clock_timestamp() and r.state in ('waiting', 'running')
     returning r.id, r.bot_id as "botId", r.version_id as "versionId", r.has_judge as "hasJudge", r.bases,
       r.before, r.questions, r.attempts, r.epoch,
       array(select position from evaluation_results e where e.org_id = r.org_id and e.run_id = r.id) as answered`,
    [orgId, id],
  )
  return row === undefined ? null : { ...row, orgId }
}

/** Keeps a result and renews the lease; false when the run is somebody else's by now, or was stopped. */
export async function storeResult(
  db: Database,
  { orgId, id, epoch }: LeasedRun,
  position: number,
  result: EvaluationResult,
): Promise<boolean> {
  const kept = await db.tenantQuery(
    [orgId],
    `with owned as (
       update evaluation_runs set due = clock_timestamp() + interval '${leaseMinutes} minutes', done = done + 1,
         attempts = 0
       where org_id = $1 and id = $2 and epoch = $3 and state = 'running' returning org_id, id)
     insert into evaluation_results (org_id, run_id, position, result)
     select org_id, id, $4, $5::text::jsonb from owned returning position`,
    [orgId, id, epoch, position, JSON.stringify(result)],
  )
  return kept.length > 0
}

/** Makes the answers that were kept old, so that each question is answered anew. */
export async function forgetAnswers(db: Database, { orgId, botId }: LeasedRun): Promise<void> {
  await db.tenantQuery([orgId], "select forget_answers($1, $2)", [orgId, botId])
}

/** What ends or puts off the work. Nothing changes when the lease is somebody else's by now. */
type Change =
  | { readonly state: "ready" }
  | { readonly state: "failed"; readonly problem: string }
  | { readonly state: "later"; readonly afterMs: number }

export async function releaseRun(
  db: Database,
  { orgId, id, epoch }: LeasedRun,
  change: Change,
): Promise<void> {
  const owned = "where org_id = $1 and id = $2 and epoch = $3"
  if (change.state === "later")
    await db.tenantQuery(
      [orgId],
      `update evaluation_runs set due = clock_timestamp() + $4::int * interval '1 millisecond' ${owned}`,
      [orgId, id, epoch, Math.round(change.afterMs)],
    )
  else
    await db.tenantQuery(
      [orgId],
      `update evaluation_runs set state = $4, problem = $5, due = null, ended_at = clock_timestamp() ${owned}`,
      [orgId, id, epoch, change.state, change.state === "failed" ? change.problem : null],
    )
}
