import type { OrgId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import { publishEvent } from "../events/publish-event.ts"
import { storableText } from "../storable.ts"

export interface TaskChange {
  readonly orgId: OrgId
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

/** The event that tells a conversation waiting for an approval that the task for it is done. */
const doneEvent = (taskId: string): string => `task done ${taskId}`

/**
 * Changes what is named of a task. One that is done is an event on its bot's bus.
 *
 * Throws: AppError "task.not_found".
 */
export async function updateTask(tx: OrgTx, change: TaskChange): Promise<void> {
  const { orgId, taskId, botId, assignee, priority, state, dueMs, now } = change
  const due = dueMs === undefined || dueMs === null ? null : new Date(dueMs)
  const [row] = await tx.rows<{ botId: string }>(
    `update tasks set assignee = coalesce($4, assignee), priority = coalesce($5, priority),
       due_at = case when $6::boolean then $7::timestamptz else due_at end,
       done_at = case when $8::text is null then done_at when $8 = 'done' then $9::timestamptz else null end,
       state = coalesce($8, state)
     where org_id = $1 and id = $2 and ($3::text is null or bot_id = $3) returning bot_id as "botId"`,
    [
      ...[orgId, taskId, botId, assignee === undefined ? null : storableText(assignee)],
      ...[priority ?? null, dueMs !== undefined, due, state ?? null, now],
    ],
  )
  if (row === undefined) throw new AppError("task.not_found")
  if (state !== "done") return
  const place = {
    ...{ orgId: orgId, botId: row.botId, nowMs: now.getTime() },
    ...{ conversationId: "", contactId: null },
  }
  await publishEvent(tx, place, doneEvent(taskId), { task: taskId })
}
