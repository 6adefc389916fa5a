import type { ScriptId, UserId } from "#catalog/ids.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import type { CommentId, ThreadId } from "./load.ts"
import { ListCommentsInput } from "./schema.ts"

export interface Comment {
  readonly id: CommentId
  /** Null for whoever left. */
  readonly author: { readonly userId: UserId; readonly name: string } | null
  readonly body: string
  readonly mentions: readonly UserId[]
  readonly createdAt: string
  readonly isYours: boolean
  /** The person who asks is named in it. */
  readonly isForYou: boolean
}
export interface CommentThread {
  readonly id: ThreadId
  readonly scriptId: ScriptId
  readonly flow: string
  /** A step or a card by its id; null for a place of the canvas. */
  readonly anchor: string | null
  readonly anchorText: string
  readonly x: number
  readonly y: number
  readonly isResolved: boolean
  readonly isUnread: boolean
  /** The person who asks may resolve it. */
  readonly isYours: boolean
  readonly comments: readonly Comment[]
}

interface ThreadRow extends Omit<CommentThread, "comments" | "isYours"> {
  readonly createdBy: UserId | null
}
interface CommentRow {
  readonly id: CommentId
  readonly threadId: ThreadId
  readonly userId: UserId | null
  readonly name: string | null
  readonly body: string
  readonly mentions: UserId[]
  readonly createdAt: Date
}

/** What was said about the flows of a bot, the newest conversation first. Throws: AppError "bot.not_found". */
export const listComments = defineVerb({
  name: "comments.list",
  permission: "comments.read",
  input: ListCommentsInput,
  audit: null,
  run: ({ orgId, userId, container }: ServiceContext, { botId }): Promise<CommentThread[]> =>
    container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const threads = await tx.rows<ThreadRow>(
        `select t.id, t.script_id as "scriptId", t.flow, t.anchor, t.anchor_text as "anchorText",
           t.x, t.y, t.resolved_at is not null as "isResolved", t.created_by as "createdBy",
           coalesce(r.read_at < t.updated_at, true) as "isUnread"
         from comment_threads t
         left join comment_reads r on r.org_id = t.org_id and r.thread_id = t.id and r.user_id = $3
         where t.org_id = $1 and t.bot_id = $2 order by t.updated_at desc, t.id`,
        [orgId, botId, userId],
      )
      const comments = await tx.rows<CommentRow>(
        `select c.id, c.thread_id as "threadId", c.author as "userId", u.name, c.body, c.mentions,
           c.created_at as "createdAt"
         from comments c join comment_threads t on t.org_id = c.org_id and t.id = c.thread_id
         left join users u on u.id = c.author
         where c.org_id = $1 and t.bot_id = $2 order by c.created_at, c.id`,
        [orgId, botId],
      )
      const byThread = Map.groupBy(comments, ({ threadId }) => threadId)
      return threads.map(({ createdBy, ...thread }) => ({
        ...thread,
        isYours: createdBy === userId,
        comments: (byThread.get(thread.id) ?? []).map((row) => toComment(row, userId)),
      }))
    }),
})

function toComment(row: CommentRow, reader: UserId | null): Comment {
  const { id, userId, name, body, mentions, createdAt } = row
  const author = userId === null || name === null ? null : { userId, name }
  const isYours = userId !== null && userId === reader
  const isForYou = reader !== null && mentions.includes(reader)
  return { id, author, body, mentions, createdAt: createdAt.toISOString(), isYours, isForYou }
}
