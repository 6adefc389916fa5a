import type { OrgId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"
import { type Mail, MailFailed } from "#server/infra/mail/port.ts"
import { leaseMail, postponeMail, type WaitingMail } from "#server/records/mails/lease-mail.ts"
import { endMail } from "#server/records/mails/write-mail.ts"
import { passFaultPoint } from "./fault-points.ts"

const maxAttempts = 8
const firstDelayMs = 2_000
const longestDelayMs = 30 * 60_000
/** Longer than a mail server may take. */
const leaseMs = 120_000

/**
 * Sends mails that were written down to leave later: each is leased first, tried again later and later
 * while the server asks for patience, and given up when it is refused. A mail keeps its Message-ID over
 * all tries, so one whose send was cut off is the same mail when it comes twice.
 */
export class MailDelivery {
  readonly #db: Database
  readonly #mail: Mail

  constructor(db: Database, mail: Mail) {
    this.#db = db
    this.#mail = mail
  }

  async deliver(orgId: OrgId, mailId: string): Promise<void> {
    const mail = await this.#db.withOrg(orgId, (tx) => leaseMail(tx, orgId, mailId, leaseMs))
    if (mail === null) return
    try {
      const { messageId } = await this.#mail.send(toMessage(mail))
      passFaultPoint("outbox.sent")
      await this.#db.withOrg(orgId, (tx) => endMail(tx, orgId, mailId, { messageId }))
    } catch (error) {
      if (!(error instanceof MailFailed)) throw error
      await this.#fail(orgId, mail, error)
    }
  }

  async #fail(orgId: OrgId, { id, attempts }: WaitingMail, error: MailFailed) {
    await this.#db.withOrg(orgId, async (tx) => {
      if (!error.isTemporary || attempts >= maxAttempts)
        return await endMail(tx, orgId, id, { error: error.message })
      const afterMs = Math.min(longestDelayMs, firstDelayMs * 2 ** attempts)
      await postponeMail(tx, orgId, id, afterMs, error.message)
    })
  }
}

function toMessage({ id, to, subject, body, replyTo, parcels }: WaitingMail) {
  const attachments = (parcels ?? []).map(({ name, type, content }) => ({
    ...{ name, type },
    content: Buffer.from(content, "base64"),
  }))
  return {
    ...{ to, subject, text: body, key: id, attachments },
    ...(replyTo !== null && { replyTo }),
  }
}
