import type { Json } from "#basic/vm/value.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { ListApprovalsInput } from "./schema.ts"

export interface ListedApproval {
  readonly id: string
  readonly botName: string
  readonly conversationId: string
  readonly tool: string
  readonly inputs: Json
  /** Empty for everybody who answers for the bot. */
  readonly approver: string
  readonly state: "waiting" | "approved" | "declined" | "expired"
  readonly comment: string
  /** Who decided; null while nobody did. */
  readonly decidedBy: string | null
  readonly decidedAt: string | null
  readonly createdAt: string
  readonly expiresAt: string
}

/** What models want done and a person has to approve, the newest first, with who decided. At most 100. */
export const listApprovals = defineVerb({
  name: "approvals.list",
  permission: "approvals.read",
  input: ListApprovalsInput,
  audit: null,
  run: async ({ orgId, container }: ServiceContext): Promise<ListedApproval[]> => {
    const now = container.clock.now()
    const rows = await container.db.tenantQuery<
      Omit<ListedApproval, "decidedAt" | "createdAt" | "expiresAt"> & Dates
    >(
      [orgId],
      `select a.id, b.name as "botName", a.conversation_id as "conversationId", a.tool, a.inputs, a.approver,
         a.comment, u.name as "decidedBy", a.decided_at as "decidedAt", a.created_at as "createdAt",
         a.expires_at as "expiresAt",
         case when a.state = 'waiting' and a.expires_at <= $2 then 'expired' else a.state end as state
       from approvals a join bots b on b.org_id = a.org_id and b.id = a.bot_id left join users u on u.id = a.decided_by
       where a.org_id = $1 order by a.state <> 'waiting', a.created_at desc, a.id desc limit 100`,
      [orgId, now],
    )
    return rows.map((row) => ({
      ...row,
      decidedAt: row.decidedAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
    }))
  },
})

interface Dates {
  readonly decidedAt: Date | null
  readonly createdAt: Date
  readonly expiresAt: Date
}
