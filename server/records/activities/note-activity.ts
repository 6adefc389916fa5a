import type { Json } from "#basic/vm/value.ts"
import { newId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import type { RecordPlace } from "../place.ts"
import { storableJson, storableText } from "../storable.ts"

export type ActivityKind = "log" | "activity" | "event" | "compliance"

/** Notes down what happened, for good: such rows are never changed. Gives the row's id. */
export async function noteActivity(
  tx: OrgTx,
  { orgId, botId, conversationId, nowMs }: RecordPlace,
  kind: ActivityKind,
  name: string,
  details: Json,
): Promise<string> {
  const id = newId("act", nowMs)
  await tx.rows(
    `insert into activities (org_id, id, bot_id, conversation_id, kind, name, details, at)
     values ($1, $2, $3, $4, $5, $6, $7::text::jsonb, $8)`,
    [
      ...[orgId, id, botId, conversationId, kind, storableText(name).slice(0, 200)],
      ...[storableJson(details), new Date(nowMs)],
    ],
  )
  return id
}

/**
 * Notes that somebody gave, or took back, the consent to be written to for a purpose. Of two in one turn the
 * second is the later one.
 */
export async function recordConsent(
  tx: OrgTx,
  { orgId, botId, nowMs }: RecordPlace,
  consent: { readonly subject: string; readonly purpose: string; readonly isGiven: boolean },
): Promise<string> {
  const id = newId("cns", nowMs)
  const { subject, purpose, isGiven } = consent
  await tx.rows(
    `insert into consents (org_id, id, bot_id, subject, purpose, is_given, at)
     values ($1, $2, $3, $4, $5, $6, greatest($7::timestamptz,
       (select max(at) + interval '1 millisecond' from consents
        where org_id = $1 and lower(subject) = lower($4))))`,
    [orgId, id, botId, storableText(subject), storableText(purpose), isGiven, new Date(nowMs)],
  )
  return id
}
