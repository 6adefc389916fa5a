import { hasPermission } from "#catalog/permissions.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { lockThread } from "./load.ts"
import { CommentInput } from "./schema.ts"
import { announceComments } from "./write.ts"

/**
 * Deletes a comment, and its conversation with the last of them. Whoever wrote it may, and whoever may
 * change the bot.
 *
 * Throws: AppError "comment.not_found", "permission.denied".
 */
export const deleteComment = defineVerb({
  name: "comments.delete",
  permission: "comments.write",
  input: CommentInput,
  audit: "comment.deleted",
  run: async (context: ServiceContext, { botId, threadId, commentId }): Promise<null> => {
    const { orgId, userId, role, container } = context
    const scriptId = await container.db.withOrg(orgId, async (tx) => {
      const thread = await lockThread(tx, orgId, botId, threadId)
      const [comment] = await tx.rows<{ author: string | null }>(
        "select author from comments where org_id = $1 and thread_id = $2 and id = $3",
        [orgId, threadId, commentId],
      )
      if (comment === undefined) throw new AppError("comment.not_found", { comment: commentId })
      if (comment.author !== userId && !hasPermission(role, "bots.update"))
        throw new AppError("permission.denied", { permission: "bots.update", actor: role })
      await tx.rows("delete from comments where org_id = $1 and id = $2", [orgId, commentId])
      await tx.rows(
        "update comment_threads set comment_count = comment_count - 1 where org_id = $1 and id = $2",
        [orgId, threadId],
      )
      await tx.rows(
        "delete from comment_threads where org_id = $1 and id = $2 and comment_count <= 0",
        [orgId, threadId],
      )
      await recordAudit(tx, context, "comment.deleted", { kind: "bot", id: botId })
      return thread.scriptId
    })
    await announceComments(context, scriptId)
    return null
  },
})
