import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { RecordPlace } from "../place.ts"

/** Ties two tasks of a bot to each other. Throws: AppError "task.not_found". */
export async function linkTasks(
  tx: OrgTx,
  { orgId, botId }: RecordPlace,
  [taskId, otherTaskId]: readonly [string, string],
  kind: string,
): Promise<void> {
  const [row] = await tx.rows<{ found: number | string }>(
    "select count(*) as found from tasks where org_id = $1 and bot_id = $2 and id in ($3, $4)",
    [orgId, botId, taskId, otherTaskId],
  )
  if (Number(row?.found ?? 0) < 2) throw new AppError("task.not_found")
  await tx.rows(
    `insert into task_links (org_id, task_id, other_task_id, kind) values ($1, $2, $3, $4)
     on conflict (org_id, task_id, other_task_id) do update set kind = excluded.kind`,
    [orgId, taskId, otherTaskId, kind],
  )
}
