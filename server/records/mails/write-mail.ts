import { newId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { RecordPlace } from "../place.ts"
import { storableJson, storableText } from "../storable.ts"

export interface MailParcel {
  readonly name: string
  readonly type: string
  /** Base64. */
  readonly content: string
}

export interface NewMail {
  readonly to: string
  readonly subject: string
  readonly body: string
  readonly replyTo: string | null
  /** Name, type and size of what goes along. */
  readonly attachments: readonly ShownAttachment[]
  /** What the attachments hold, for a mail that leaves later. */
  readonly parcels: readonly MailParcel[]
}

export interface ShownAttachment {
  readonly name: string
  readonly type: string
  readonly sizeBytes: number
}

/** What a mail is written down as: "sending" is sent by the turn itself, "due" by whoever finds it. */
export type FirstMailState = "draft" | "sending" | "due"

/**
 * Writes mails down, each with its own id, and gives the ids. A day's mails of an organization are counted
 * before: all are written, or none.
 *
 * Throws: AppError "mail.daily_limit", "request.too_many".
 */
export async function writeMails(
  tx: OrgTx,
  place: Pick<RecordPlace, "orgId" | "botId" | "conversationId" | "nowMs">,
  mails: readonly NewMail[],
  state: FirstMailState,
): Promise<string[]> {
  const { orgId, botId, conversationId, nowMs } = place
  if (state !== "draft") {
    const now = state === "sending" ? mails.length : 0
    await checkLimits(tx, orgId, nowMs, now, mails.length)
  }
  const rows = mails.map((mail) => ({
    id: newId("mal", nowMs),
    to: storableText(mail.to),
    reply_to: mail.replyTo,
    subject: mail.subject,
    body: mail.body,
    attachments: mail.attachments,
    parcels: state === "due" && mail.parcels.length > 0 ? mail.parcels : null,
  }))
  await tx.rows(
    `insert into mails (org_id, id, bot_id, conversation_id, state, to_address, reply_to, subject, body,
       attachments, parcels, due, created_at)
     select $1, r.id, $2, $3, $4, r.to, r.reply_to, r.subject, r.body, r.attachments,
       nullif(r.parcels, 'null'), case when $4 = 'due' then clock_timestamp() end, $5
     from jsonb_to_recordset($6::text::jsonb) as r(id text, "to" text, reply_to text, subject text,
       body text, attachments jsonb, parcels jsonb)`,
    [orgId, botId, conversationId, state, new Date(nowMs), storableJson(rows)],
  )
  return rows.map((row) => row.id)
}

/** `now` of them leave at once; those of many leave one after the other anyway. */
async function checkLimits(tx: OrgTx, orgId: string, nowMs: number, now: number, more: number) {
  const limit = limits.mailsPerOrgPerDay
  const [row] = await tx.rows<{ day: number; minute: number }>(
    `select count(*)::int as day, count(*) filter (where created_at > $3)::int as minute from mails
     where org_id = $1 and created_at > $2 and state <> 'draft'`,
    [orgId, new Date(nowMs - 24 * 3_600_000), new Date(nowMs - 60_000)],
  )
  if ((row?.day ?? 0) + more > limit) throw new AppError("mail.daily_limit", { limit })
  if (now > 0 && (row?.minute ?? 0) + now > limits.mailsPerOrgPerMinute)
    throw new AppError("request.too_many", { retryAfterSeconds: 60 })
}

/** Notes how a mail went. `error` is told to the admins of the organization. */
export async function endMail(
  tx: OrgTx,
  orgId: string,
  mailId: string,
  end: { readonly messageId: string } | { readonly error: string },
): Promise<void> {
  const isSent = "messageId" in end
  await tx.rows(
    `update mails set state = $3, message_id = $4, error = $5, due = null, parcels = null, finished_at = now()
     where org_id = $1 and id = $2`,
    [
      ...[orgId, mailId, isSent ? "sent" : "failed"],
      ...[isSent ? end.messageId : null, isSent ? null : end.error],
    ],
  )
}

/** The newest mail of the bot to an address, for an answer that quotes it; null when there is none. */
export async function findLastMail(
  tx: OrgTx,
  { orgId, botId }: Pick<RecordPlace, "orgId" | "botId">,
  to: string,
): Promise<{ subject: string; body: string; at: Date } | null> {
  const [row] = await tx.rows<{ subject: string; body: string; at: Date }>(
    `select subject, body, created_at as at from mails
     where org_id = $1 and bot_id = $2 and lower(to_address) = lower($3) and state <> 'draft'
     order by created_at desc limit 1`,
    [orgId, botId, storableText(to)],
  )
  return row ?? null
}

/** Addresses of these that took back the consent to be written to, in lower case. */
export async function listOptedOut(
  tx: OrgTx,
  orgId: string,
  addresses: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.rows<{ subject: string }>(
    `select subject from (
       select distinct on (lower(subject)) lower(subject) as subject, is_given from consents
       where org_id = $1 and lower(subject) = any($2::text[])
         and purpose in ('messages', 'marketing', 'broadcast', 'email')
       order by lower(subject), at desc, id desc) newest
     where not is_given`,
    [orgId, addresses.map((address) => storableText(address.toLowerCase()))],
  )
  return new Set(rows.map((row) => row.subject))
}
