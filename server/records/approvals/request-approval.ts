import type { Json } from "#basic/vm/value.ts"
import { newId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { RecordWork } from "../place.ts"

/** What a model wants done by a tool that asks first. */
export interface WantedCall {
  readonly versionId: string
  readonly tool: string
  readonly script: string
  readonly entry: string | null
  readonly inputs: Readonly<Record<string, Json>>
  /** Empty for everybody who answers for the bot. */
  readonly approver: string
  readonly language: string
}

/**
 * Keeps a call until a person decides, and tells them at the bell and by mail. Gives the id.
 *
 * Writes: `approvals`, `alerts`. Throws: AppError "approval.nobody" for an approver who is no member that may decide.
 */
export function requestApproval(call: WantedCall): RecordWork {
  return async (tx, { orgId, botId, conversationId, nowMs }) => {
    const id = newId("apv", nowMs)
    const approver = call.approver.trim().toLowerCase()
    if (approver !== "") {
      const [found] = await tx.rows(
        `select m.user_id from members m join users u on u.id = m.user_id
         where m.org_id = $1 and lower(u.email) = $2 and m.role in ('owner', 'admin', 'builder')`,
        [orgId, approver],
      )
      if (found === undefined) throw new AppError("approval.nobody", { approver })
    }
    await tx.rows(
      `insert into approvals (org_id, id, bot_id, conversation_id, version_id, tool, script, entry, inputs, approver,
         language, expires_at, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9::text::jsonb, $10, $11, $12, $13)`,
      [
        ...[orgId, id, botId, conversationId, call.versionId, call.tool.slice(0, 200), call.script],
        ...[call.entry, JSON.stringify(call.inputs), approver, call.language],
        ...[new Date(nowMs + limits.approvalHours * 3_600_000), new Date(nowMs)],
      ],
    )
    await tx.rows(
      `insert into alerts (org_id, id, bot_id, conversation_id, kind, place, facts, due)
       values ($1, $2, $3, $4, 'approval', $5, $6::text::jsonb, clock_timestamp())`,
      [
        ...[orgId, newId("alt", nowMs), botId, conversationId, id],
        JSON.stringify({ tool: call.tool.slice(0, 200), approver }),
      ],
    )
    return id
  }
}
