import { resolveHandoff } from "#server/records/handoffs/resolve-handoff.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { announceChange } from "./announce.ts"
import { loadItem } from "./load.ts"
import { ResolveInput } from "./schema.ts"

/** Ends a hand-off: the bot answers again, at its open question or anew. Throws: AppError "conversation.not_found". */
export const resolveConversation = defineVerb({
  name: "inbox.resolve",
  permission: "inbox.answer",
  input: ResolveInput,
  audit: "conversation.resolved",
  run: async (
    context: ServiceContext,
    { conversationId, goOn, reason },
  ): Promise<{ isResolved: boolean }> => {
    const { orgId, container } = context
    const now = container.clock.now()
    const isResolved = await container.db.withOrg(orgId, async (tx) => {
      await loadItem(tx, orgId, conversationId)
      const isOver = await resolveHandoff(tx, { orgId, conversationId, reason, goOn, now })
      const subject = { kind: "conversation", id: conversationId } as const
      if (isOver) await recordAudit(tx, context, "conversation.resolved", subject, { goOn })
      return isOver
    })
    await announceChange(context, conversationId)
    return { isResolved }
  },
})
