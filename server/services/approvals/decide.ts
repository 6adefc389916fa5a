import { approvedCall } from "#basic/assistant/approved-call.ts"
import { newId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import { answerWords, languageOf } from "#server/keywords/answer/words/words.ts"
import { storeEvent } from "#server/records/events/store-event.ts"
import { storeForConversation } from "#server/records/handoffs/resolve-handoff.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { type LockedApproval, lockApproval } from "./load.ts"
import { DecideApprovalInput } from "./schema.ts"

/**
 * Says yes or no to what a model wants done: once, in time, and by whom it was asked of. A yes runs the tool on top of
 * its conversation; a no is told to the person there.
 *
 * Throws: AppError "approval.not_found", "approval.settled", "approval.not_yours".
 */
export const decideApproval = defineVerb({
  name: "approvals.decide",
  permission: "approvals.decide",
  input: DecideApprovalInput,
  audit: "approval.decided",
  run: async (
    context: ServiceContext,
    { approvalId, isApproved, comment },
  ): Promise<{ readonly state: "approved" | "declined" }> => {
    const { orgId, container, userId } = context
    const now = container.clock.now()
    const state = isApproved ? "approved" : "declined"
    await container.db.withOrg(orgId, async (tx) => {
      const approval = await lockApproval(tx, orgId, approvalId)
      if (approval.state !== "waiting")
        throw new AppError("approval.settled", { state: approval.state })
      if (approval.expiresAt <= now) throw new AppError("approval.settled", { state: "expired" })
      await checkApprover(tx, approval.approver, userId)
      await tx.rows(
        `update approvals set state = $3, comment = $4, decided_by = $5, decided_at = $6 where org_id = $1 and id = $2`,
        [orgId, approvalId, state, comment, userId, now],
      )
      await act(tx, context, approval, isApproved)
      const subject = { kind: "bot", id: approval.botId } as const
      await recordAudit(tx, context, "approval.decided", subject, { tool: approval.tool, state })
    })
    return { state }
  },
})

async function checkApprover(tx: OrgTx, approver: string, userId: string | null) {
  if (approver === "") return
  const [person] = await tx.rows<{ email: string }>("select email from users where id = $1", [
    userId ?? "",
  ])
  if (person?.email.toLowerCase() !== approver)
    throw new AppError("approval.not_yours", { approver })
}

/** The event has the id of the approval as its key: it happens once. */
async function act(
  tx: OrgTx,
  { orgId, container }: ServiceContext,
  approval: LockedApproval,
  isApproved: boolean,
): Promise<void> {
  const { id, botId, conversationId, versionId, script, entry, inputs, language } = approval
  const nowMs = container.clock.now().getTime()
  const words = answerWords(languageOf("", language))
  if (isApproved) {
    const event = { kind: "event", source: "approval", key: id, conversationId, depth: 1 } as const
    await storeEvent(
      tx,
      { orgId, botId, nowMs },
      {
        ...{ ...event, script, entry, versionId },
        inputs: script === approvedCall.name ? callOf(approval, words) : inputs,
      },
    )
    return
  }
  await storeForConversation(tx, {
    ...{ orgId, id: newId("evt", nowMs), botId, conversationId, kind: "post", key: id },
    payload: { text: words.declined },
  })
}

/** What is no script of the bot is called by one that every version has. */
const callOf = (
  { tool, inputs }: LockedApproval,
  { approved, approvedFailed }: ReturnType<typeof answerWords>,
) => ({
  ...{ tool_name: tool, tool_input: inputs },
  ...{ words_done: approved, words_failed: approvedFailed },
})
