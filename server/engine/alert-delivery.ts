import type { OrgId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"
import { type Mail, MailFailed } from "#server/infra/mail/port.ts"
import { tellAlert } from "#server/records/alerts/tell-alert.ts"

export interface AlertParts {
  readonly db: Database
  readonly mail: Mail
  readonly now: () => Date
  readonly publicUrl: string
  /** Hears of a mail that could not be sent: the bell has told it already. */
  readonly onLost: (error: unknown) => void
}

/** Tells what is due: the bell in one transaction, then the mails. */
export async function deliverAlert(parts: AlertParts, orgId: OrgId, id: string): Promise<void> {
  const { db, mail, now, publicUrl, onLost } = parts
  const mails = await db.withOrg(orgId, (tx) => tellAlert(tx, orgId, id, now(), publicUrl))
  for (const message of mails) {
    try {
      await mail.send(message)
    } catch (error) {
      if (!(error instanceof MailFailed)) throw error
      onLost(error)
    }
  }
}
