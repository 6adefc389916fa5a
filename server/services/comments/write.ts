import { type BotId, newId, type ScriptId, type UserId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { flowTopic } from "#catalog/shared-flow/frames.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import { notify } from "#server/records/notifications/notify.ts"
import type { ServiceContext } from "../context.ts"
import type { CommentId, ThreadId } from "./load.ts"

export interface NewComment {
  readonly botId: BotId
  readonly threadId: ThreadId
  readonly body: string
  readonly mentions: readonly UserId[]
}
/** Somebody who is named in a comment and is told so. */
interface NamedMember {
  readonly userId: UserId
  readonly email: string
}
/** Whom a comment names, and what they are told. */
export interface Mentioned {
  readonly people: readonly NamedMember[]
  readonly who: string
  readonly bot: string
  /** A path of the dashboard. */
  readonly link: string
}

/** Stores one comment of a conversation that is locked or new, and rings the bell of the members it names. */
export async function insertComment(
  tx: OrgTx,
  { orgId, userId, container }: ServiceContext,
  { botId, threadId, body, mentions }: NewComment,
): Promise<{ commentId: CommentId; mentioned: Mentioned | null }> {
  const [count] = await tx.rows<{ used: number }>(
    `select coalesce(sum(comment_count), 0)::int as used from comment_threads
     where org_id = $1 and bot_id = $2`,
    [orgId, botId],
  )
  if ((count?.used ?? 0) >= limits.commentsPerBot)
    throw new AppError("comment.limit", { limit: limits.commentsPerBot })
  const members = await tx.rows<NamedMember>(
    `select m.user_id as "userId", u.email from members m join users u on u.id = m.user_id
     where m.org_id = $1 and m.user_id = any($2)`,
    [orgId, [...new Set(mentions)]],
  )
  const now = await nextMoment(tx, { orgId, container }, threadId)
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
  await markRead(tx, { orgId, userId }, threadId, now)
  const mentioned = members.filter((one) => one.userId !== userId)
  if (mentioned.length === 0) return { commentId, mentioned: null }
  const names = await readNames(tx, { orgId, userId }, botId)
  const link = `/bots/${botId}?comment=${threadId}`
  const userIds = mentioned.map((one) => one.userId)
  await notify(tx, {
    ...{ orgId, userIds, kind: "mentioned", facts: names, link },
    ...{ subject: threadId, at: now },
  })
  return { commentId, mentioned: { people: mentioned, link, ...names } }
}

/** One line each: they stand in the head of a mail. */
async function readNames(
  tx: OrgTx,
  { orgId, userId }: Pick<ServiceContext, "orgId" | "userId">,
  botId: BotId,
): Promise<{ who: string; bot: string }> {
  const [names] = await tx.rows<{ who: string | null; bot: string | null }>(
    `select (select name from users where id = $2) as who,
       (select name from bots where org_id = $1 and id = $3) as bot`,
    [orgId, userId, botId],
  )
  const oneLine = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, " ").trim()
  return { who: oneLine(names?.who), bot: oneLine(names?.bot) }
}

/** Later than everything in the conversation, so that what was said in one millisecond keeps its order. */
async function nextMoment(
  tx: OrgTx,
  { orgId, container }: Pick<ServiceContext, "orgId" | "container">,
  threadId: ThreadId,
): Promise<Date> {
  const [last] = await tx.rows<{ at: Date | null }>(
    "select max(created_at) as at from comments where org_id = $1 and thread_id = $2",
    [orgId, threadId],
  )
  return new Date(Math.max(container.clock.now().getTime(), (last?.at?.getTime() ?? 0) + 1))
}

/** Whoever asks has read all of it. */
export async function markRead(
  tx: OrgTx,
  { orgId, userId }: Pick<ServiceContext, "orgId" | "userId">,
  threadId: ThreadId,
  at: Date,
): Promise<void> {
  if (userId === null) return
  await tx.rows(
    `insert into comment_reads (org_id, thread_id, user_id, read_at) values ($1, $2, $3, $4)
     on conflict (org_id, thread_id, user_id) do update set read_at = excluded.read_at`,
    [orgId, threadId, userId, at],
  )
}

/** Whoever has the flow open looks at its comments again. */
export async function announceComments(
  { container }: ServiceContext,
  scriptId: ScriptId,
): Promise<void> {
  await container.pubsub.publish(flowTopic(scriptId), { t: "comments" })
}
