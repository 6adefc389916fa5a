import { hasPermission } from "#catalog/permissions.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { lockThread, type ThreadRow } from "./load.ts"
import { ResolveThreadInput } from "./schema.ts"
import { announceComments } from "./write.ts"

/**
 * Marks a conversation as settled, or opens it again. Whoever began it may, and whoever may change the bot.
 *
 * Throws: AppError "comment.not_found", "permission.denied".
 */
export const resolveThread = defineVerb({
  name: "comments.resolve",
  permission: "comments.write",
  input: ResolveThreadInput,
  audit: null,
  run: async (context: ServiceContext, { botId, threadId, isResolved }): Promise<null> => {
    const { orgId, userId, container } = context
    const thread = await container.db.withOrg(orgId, async (tx) => {
      const thread = await lockThread(tx, orgId, botId, threadId)
      checkMaySettle(context, thread)
      await tx.rows(
        `update comment_threads set resolved_at = $3, resolved_by = $4
         where org_id = $1 and id = $2`,
        [orgId, threadId, isResolved ? container.clock.now() : null, isResolved ? userId : null],
      )
      return thread
    })
    await announceComments(context, thread.scriptId)
    return null
  },
})

/** Throws: AppError "permission.denied". */
export function checkMaySettle({ role, userId }: ServiceContext, thread: ThreadRow): void {
  if (hasPermission(role, "bots.update") || (userId !== null && thread.createdBy === userId)) return
  throw new AppError("permission.denied", { permission: "bots.update", actor: role })
}
