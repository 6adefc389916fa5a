import { deleteComment } from "#server/services/comments/delete.ts"
import { listComments } from "#server/services/comments/list.ts"
import { readThread } from "#server/services/comments/read.ts"
import { replyToThread } from "#server/services/comments/reply.ts"
import { resolveThread } from "#server/services/comments/resolve.ts"
import { startThread } from "#server/services/comments/start.ts"
import { orgMutation, orgQuery, router } from "./trpc.ts"

export const commentsRouter = router({
  list: orgQuery(listComments),
  start: orgMutation(startThread),
  reply: orgMutation(replyToThread),
  resolve: orgMutation(resolveThread),
  delete: orgMutation(deleteComment),
  read: orgMutation(readThread),
})
