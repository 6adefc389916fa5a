import { newId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { RecordPlace } from "../place.ts"
import { storableText } from "../storable.ts"

export interface NewTask {
  readonly title: string
  readonly description: string
  readonly assignee: string
  readonly priority: string
  /** Units: ms since 1970 UTC; null for none. */
  readonly dueMs: number | null
  readonly projectId: string | null
}

/** Writes a task and gives its id. Throws: AppError "task.limit". */
export async function createTask(
  tx: OrgTx,
  { orgId, botId, conversationId, nowMs }: RecordPlace,
  task: NewTask,
): Promise<string> {
  await checkOpenTasks(tx, orgId)
  const id = newId("tsk", nowMs)
  await tx.rows(
    `insert into tasks (org_id, id, bot_id, conversation_id, title, description, assignee, priority, due_at, created_at, project_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
       (select p.id from projects p where p.org_id = $1 and p.id = $11))`,
    [
      ...[orgId, id, botId, conversationId, cut(task.title, limits.taskTitleChars)],
      ...[cut(task.description, limits.taskTextChars), cut(task.assignee, limits.emailChars)],
      ...[
        task.priority,
        task.dueMs === null ? null : new Date(task.dueMs),
        new Date(nowMs),
        task.projectId,
      ],
    ],
  )
  return id
}

async function checkOpenTasks(tx: OrgTx, orgId: string) {
  const limit = limits.openTasksPerOrg
  const [row] = await tx.rows<{ open: number | string }>(
    `select count(*) as open from (
       select from tasks where org_id = $1 and state = 'open' limit $2::int) open`,
    [orgId, limit],
  )
  if (Number(row?.open ?? 0) >= limit) throw new AppError("task.limit", { limit })
}

const cut = (text: string, chars: number): string => storableText(text).slice(0, chars)
