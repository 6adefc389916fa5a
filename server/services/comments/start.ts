import { newId } from "#catalog/ids.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { readScript } from "../scripts/load.ts"
import type { ThreadId } from "./load.ts"
import { StartThreadInput } from "./schema.ts"
import { tellMentioned } from "./tell-mentioned.ts"
import { announceComments, insertComment } from "./write.ts"

/** Begins a conversation on a step, a card or a place. Throws: AppError "script.not_found", "comment.limit". */
export const startThread = defineVerb({
  name: "comments.start",
  permission: "comments.write",
  input: StartThreadInput,
  audit: null,
  run: async (
    context: ServiceContext,
    { botId, scriptId, flow, anchor, anchorText, x, y, body, mentions },
  ): Promise<{ readonly threadId: ThreadId }> => {
    const { orgId, userId, container } = context
    const now = container.clock.now()
    const threadId = newId("thr", now.getTime())
    const mentioned = await container.db.withOrg(orgId, async (tx) => {
      await readScript(tx, orgId, botId, scriptId)
      await tx.rows(
        `insert into comment_threads (org_id, id, bot_id, script_id, flow, anchor, anchor_text, x, y,
           created_by, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)`,
        [orgId, threadId, botId, scriptId, flow, anchor, anchorText, x, y, userId, now],
      )
      return (await insertComment(tx, context, { botId, threadId, body, mentions })).mentioned
    })
    await announceComments(context, scriptId)
    await tellMentioned(context, mentioned, body)
    return { threadId }
  },
})
