import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { ListMailsInput, type MailState } from "./schema.ts"

export interface MailSummary {
  readonly id: string
  readonly botName: string
  readonly state: MailState
  readonly to: string
  readonly subject: string
  readonly attachments: number
  readonly createdAt: string
}

/** What the bots of the organization sent by mail, or mean to: the newest two hundred, and how mail leaves. */
export const listMails = defineVerb({
  name: "mails.list",
  permission: "mails.read",
  input: ListMailsInput,
  audit: null,
  run: async (
    { orgId, container }: ServiceContext,
    { state },
  ): Promise<{ mails: MailSummary[]; way: string }> => {
    const rows = await container.db.withOrg(orgId, (tx) =>
      tx.rows<Omit<MailSummary, "createdAt"> & { createdAt: Date }>(
        `select m.id, b.name as "botName", m.state, m.to_address as "to", m.subject,
           jsonb_array_length(m.attachments) as attachments, m.created_at as "createdAt"
         from mails m join bots b on b.org_id = m.org_id and b.id = m.bot_id
         where m.org_id = $1 and ($2::text is null or m.state = $2)
         order by m.created_at desc, m.id desc limit 200`,
        [orgId, state ?? null],
      ),
    )
    const mails = rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }))
    return { mails, way: container.mail.way }
  },
})
