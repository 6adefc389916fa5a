import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { lockThread } from "./load.ts"
import { ThreadInput } from "./schema.ts"
import { markRead } from "./write.ts"

/** Whoever asks has read a conversation up to now. Throws: AppError "comment.not_found". */
export const readThread = defineVerb({
  name: "comments.read",
  permission: "comments.read",
  input: ThreadInput,
  audit: null,
  run: async (context: ServiceContext, { botId, threadId }): Promise<null> => {
    const { orgId, container } = context
    await container.db.withOrg(orgId, async (tx) => {
      const { updatedAt } = await lockThread(tx, orgId, botId, threadId)
      const now = container.clock.now()
      await markRead(tx, context, threadId, new Date(Math.max(Number(updatedAt), Number(now))))
    })
    return null
  },
})
