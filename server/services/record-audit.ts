import type { AuditAction } from "#catalog/events.ts"
import { newId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import type { ServiceContext } from "./context.ts"

/** What was acted on, by its kind and id; the log outlives it. */
export interface AuditSubject {
  readonly kind:
    | "organization"
    | "file"
    | "member"
    | "invitation"
    | "bot"
    | "conversation"
    | "api_key"
    | "model_account"
    | "prompt"
  readonly id: string
}

/** Writes who did what into the audit log, in the transaction that does it: neither is ever there alone. */
export async function recordAudit(
  tx: OrgTx,
  context: ServiceContext,
  action: AuditAction,
  subject: AuditSubject,
  details: Readonly<Record<string, string | number | boolean | null | readonly string[]>> = {},
): Promise<void> {
  const { orgId, ip, container } = context
  const now = container.clock.now()
  const actor = actorOf(context)
  await tx.rows(
    `insert into audit_events
       (org_id, id, actor_kind, actor, action, subject_kind, subject, details, ip, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8::text::jsonb, $9, $10)`,
    [
      orgId,
      newId("aud", now.getTime()),
      actor.kind,
      actor.id,
      action,
      subject.kind,
      subject.id,
      JSON.stringify(details),
      ip,
      now,
    ],
  )
}

/** A person, a key of the API, or nobody but the system. */
export function actorOf({ apiKey, userId }: ServiceContext) {
  if (apiKey !== undefined) return { kind: "api_key", id: apiKey.id }
  return { kind: userId === null ? "system" : "user", id: userId }
}
