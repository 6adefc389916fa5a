import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import { storableText } from "../storable.ts"

export interface TaskChange {
  readonly orgId: string
  readonly taskId: string
  /** The bot that may change it; null for a person of the organization. */
  readonly botId: string | null
  readonly assignee?: string
  readonly priority?: string
  readonly state?: "open" | "done"
  /** Units: ms since 1970 UTC. */
  readonly dueMs?: number | null
  readonly now: Date
}

/** Changes what is named of a task. Throws: AppError "task.not_found". */
export async function updateTask(tx: OrgTx, change: TaskChange): Promise<void> {
  const { orgId, taskId, botId, assignee, priority, state, dueMs, now } = change
  const due = dueMs === undefined || dueMs === null ? null : new Date(dueMs)
  const [row] = await tx.rows(
    `update tasks set assignee = coalesce($4, assignee), priority = coalesce($5, priority),
       due_at = case when $6::boolean then $7::timestamptz else due_at end,
       done_at = case when $8::text is null then done_at when $8 = 'done' then $9::timestamptz else null end,
       state = coalesce($8, state)
     where org_id = $1 and id = $2 and ($3::text is null or bot_id = $3) returning id`,
    [
      ...[orgId, taskId, botId, assignee === undefined ? null : storableText(assignee)],
      ...[priority ?? null, dueMs !== undefined, due, state ?? null, now],
    ],
  )
  if (row === undefined) throw new AppError("task.not_found")
}
