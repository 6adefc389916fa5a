import type { Json } from "#basic/vm/value.ts"
import type { OrgTx } from "#db/transaction.ts"

export interface TaskRow {
  readonly id: string
  readonly botId: string
  readonly botName: string
  readonly conversationId: string | null
  readonly project: string | null
  readonly title: string
  readonly description: string
  readonly assignee: string
  readonly priority: string
  readonly state: "open" | "done"
  readonly dueAt: Date | null
  readonly createdAt: Date
  readonly doneAt: Date | null
}

export interface TaskFilter {
  readonly orgId: string
  /** Null: of every bot of the organization. */
  readonly botId: string | null
  readonly state: "open" | "done" | null
  readonly assignee: string | null
}

const maxTasks = 500

/** Lists tasks: what is due first, then the newest. At most 500. */
export async function listTaskRows(tx: OrgTx, filter: TaskFilter): Promise<TaskRow[]> {
  const { orgId, botId, state, assignee } = filter
  return await tx.rows<TaskRow>(
    `select t.id, t.bot_id as "botId", b.name as "botName", t.conversation_id as "conversationId",
       p.name as project, t.title, t.description, t.assignee, t.priority, t.state,
       t.due_at as "dueAt", t.created_at as "createdAt", t.done_at as "doneAt"
     from tasks t join bots b on b.org_id = t.org_id and b.id = t.bot_id
     left join projects p on p.org_id = t.org_id and p.id = t.project_id
     where t.org_id = $1 and ($2::text is null or t.bot_id = $2)
       and ($3::text is null or t.state = $3) and ($4::text is null or lower(t.assignee) = lower($4))
     order by t.state desc, t.due_at nulls last, t.created_at desc limit $5`,
    [orgId, botId, state, assignee, maxTasks],
  )
}

/** A task as a script reads it. */
export function toTaskJson(task: TaskRow): Json {
  return {
    ...{ task_id: task.id, id: task.id, title: task.title, description: task.description },
    ...{ assignee: task.assignee, priority: task.priority, status: task.state },
    project: task.project,
    due_date: task.dueAt?.toISOString() ?? null,
    created_at: task.createdAt.toISOString(),
    completed_at: task.doneAt?.toISOString() ?? null,
  }
}
