import { type BotId, newId, type ScriptId, type UserId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { flowTopic } from "#catalog/shared-flow/frames.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import type { CommentId, ThreadId } from "./load.ts"

export interface NewComment {
  readonly botId: BotId
  readonly threadId: ThreadId
  readonly body: string
  readonly mentions: readonly UserId[]
}
/** Somebody who is named in a comment and is told so. */
export interface Mentioned {
  readonly userId: UserId
  readonly email: string
}

/** Stores one comment of a conversation that is locked or new; whom it names, of those who are members. */
export async function insertComment(
  tx: OrgTx,
  { orgId, userId, container }: ServiceContext,
  { botId, threadId, body, mentions }: NewComment,
): Promise<{ commentId: CommentId; mentioned: readonly Mentioned[] }> {
  const [count] = await tx.rows<{ used: number }>(
    `select coalesce(sum(comment_count), 0)::int as used from comment_threads
     where org_id = $1 and bot_id = $2`,
    [orgId, botId],
  )
  if ((count?.used ?? 0) >= limits.commentsPerBot)
    throw new AppError("comment.limit", { limit: limits.commentsPerBot })
  const members = await tx.rows<Mentioned>(
    `select m.user_id as "userId", u.email from members m join users u on u.id = m.user_id
     where m.org_id = $1 and m.user_id = any($2)`,
    [orgId, [...new Set(mentions)]],
  )
  const now = container.clock.now()
  const commentId = newId("cmt", now.getTime())
  await tx.rows(
    `insert into comments (org_id, id, thread_id, author, body, mentions, created_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [orgId, commentId, threadId, userId, body, members.map((one) => one.userId), now],
  )
  await tx.rows(
    `update comment_threads set comment_count = comment_count + 1, updated_at = $3,
       resolved_at = null, resolved_by = null
     where org_id = $1 and id = $2`,
    [orgId, threadId, now],
  )
  await markRead(tx, { orgId, userId, container }, threadId)
  return { commentId, mentioned: members.filter((one) => one.userId !== userId) }
}

/** Whoever asks has read all of it. */
export async function markRead(
  tx: OrgTx,
  { orgId, userId, container }: Pick<ServiceContext, "orgId" | "userId" | "container">,
  threadId: ThreadId,
): Promise<void> {
  if (userId === null) return
  await tx.rows(
    `insert into comment_reads (org_id, thread_id, user_id, read_at) values ($1, $2, $3, $4)
     on conflict (org_id, thread_id, user_id) do update set read_at = excluded.read_at`,
    [orgId, threadId, userId, container.clock.now()],
  )
}

/** Whoever has the flow open looks at its comments again. */
export async function announceComments(
  { container }: ServiceContext,
  scriptId: ScriptId,
): Promise<void> {
  await container.pubsub.publish(flowTopic(scriptId), { t: "comments" })
}
