import type { BotId, Id, ProvenOrgId, ScriptId, UserId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"

export type ThreadId = Id<"thr">
export type CommentId = Id<"cmt">

/** A conversation as it is stored, locked while it is changed. */
export interface ThreadRow {
  readonly id: ThreadId
  readonly scriptId: ScriptId
  readonly createdBy: UserId | null
  readonly updatedAt: Date
}

/** Throws: AppError "comment.not_found". */
export async function lockThread(
  tx: OrgTx,
  orgId: ProvenOrgId,
  botId: BotId,
  threadId: ThreadId,
): Promise<ThreadRow> {
  const [thread] = await tx.rows<ThreadRow>(
    `select id, script_id as "scriptId", created_by as "createdBy",
       updated_at as "updatedAt"
     from comment_threads
     where org_id = $1 and bot_id = $2 and id = $3 for update`,
    [orgId, botId, threadId],
  )
  if (thread === undefined) throw new AppError("comment.not_found", { comment: threadId })
  return thread
}
