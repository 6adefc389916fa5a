import { AppError } from "#server/errors/app-error.ts"
import type { ShownAttachment } from "#server/records/mails/write-mail.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { MailInput, type MailState } from "./schema.ts"

export interface MailDetails {
  readonly id: string
  readonly botName: string
  readonly state: MailState
  readonly to: string
  readonly replyTo: string | null
  readonly subject: string
  readonly body: string
  readonly attachments: readonly ShownAttachment[]
  readonly messageId: string | null
  /** Why it did not leave. */
  readonly error: string | null
  readonly createdAt: string
}

/** One mail whole, with the names of what went along. Throws: AppError "mail.not_found". */
export const getMail = defineVerb({
  name: "mails.get",
  permission: "mails.read",
  input: MailInput,
  audit: null,
  run: async ({ orgId, container }: ServiceContext, { mailId }): Promise<MailDetails> => {
    const [row] = await container.db.withOrg(orgId, (tx) =>
      tx.rows<Omit<MailDetails, "createdAt"> & { createdAt: Date }>(
        `select m.id, b.name as "botName", m.state, m.to_address as "to", m.reply_to as "replyTo",
           m.subject, m.body, m.attachments, m.message_id as "messageId", m.error,
           m.created_at as "createdAt"
         from mails m join bots b on b.org_id = m.org_id and b.id = m.bot_id
         where m.org_id = $1 and m.id = $2`,
        [orgId, mailId],
      ),
    )
    if (row === undefined) throw new AppError("mail.not_found")
    return { ...row, createdAt: row.createdAt.toISOString() }
  },
})
