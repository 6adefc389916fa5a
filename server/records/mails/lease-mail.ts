import type { OrgTx } from "#db/transaction.ts"
import type { MailParcel } from "./write-mail.ts"

/** A mail that waits to leave. */
export interface WaitingMail {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly body: string
  readonly replyTo: string | null
  readonly parcels: readonly MailParcel[] | null
  /** This try included. */
  readonly attempts: number
}

/** Takes a mail that is due, so that nobody else sends it for a while; null when there is nothing to send. */
export async function leaseMail(
  tx: OrgTx,
  orgId: string,
  mailId: string,
  leaseMs: number,
): Promise<WaitingMail | null> {
  const [row] = await tx.rows<WaitingMail>(
    `update mails set state = 'sending', attempts = attempts + 1,
       due = clock_timestamp() + make_interval(secs => $3::numeric / 1000)
     where org_id = $1 and id = $2 and due <= clock_timestamp()
     returning id, to_address as "to", subject, body, reply_to as "replyTo", parcels, attempts`,
    [orgId, mailId, leaseMs],
  )
  return row ?? null
}

/** Puts a mail back, to be tried again later. */
export async function postponeMail(
  tx: OrgTx,
  orgId: string,
  mailId: string,
  afterMs: number,
  error: string,
): Promise<void> {
  await tx.rows(
    `update mails set state = 'due', error = $4,
       due = clock_timestamp() + make_interval(secs => $3::numeric / 1000)
     where org_id = $1 and id = $2`,
    [orgId, mailId, Math.round(afterMs), error],
  )
}
