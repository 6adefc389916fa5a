import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { type CommentId, lockThread } from "./load.ts"
import { ReplyInput } from "./schema.ts"
import { tellMentioned } from "./tell-mentioned.ts"
import { announceComments, insertComment } from "./write.ts"

/** Says something more in a conversation; one that was resolved is open again. Throws: AppError "comment.not_found", "comment.limit". */
export const replyToThread = defineVerb({
  name: "comments.reply",
  permission: "comments.write",
  input: ReplyInput,
  audit: null,
  run: async (
    context: ServiceContext,
    { botId, threadId, body, mentions },
  ): Promise<{ readonly commentId: CommentId }> => {
    const { orgId, container } = context
    const { thread, added } = await container.db.withOrg(orgId, async (tx) => {
      const thread = await lockThread(tx, orgId, botId, threadId)
      return {
        thread,
        added: await insertComment(tx, context, { botId, threadId, body, mentions }),
      }
    })
    await announceComments(context, thread.scriptId)
    await tellMentioned(context, added.mentioned, body)
    return { commentId: added.commentId }
  },
})
