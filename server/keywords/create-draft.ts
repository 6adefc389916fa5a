import { fromJson } from "#basic"
import { createDraft } from "#basic/keywords/create-draft.ts"
import { findLastMail, writeMails } from "#server/records/mails/write-mail.ts"
import { handlerFor } from "./handler.ts"
import { quoteLines } from "./mail/quote.ts"
import { readAddresses, readMail } from "./mail/send-mail.ts"

export const createDraftHandler = handlerFor(
  createDraft,
  async ({ to, subject = "", body = "" }, step) => {
    const [address = ""] = readAddresses(to ?? null, 1)
    const mail = { ...readMail({ to: address, subject, body }), to: address }
    return fromJson(
      await step.record(async (tx, place) => {
        const last = await findLastMail(tx, place, address)
        const text = last === null ? mail.body : `${mail.body}\n\n${quoteLines(last.body)}`
        const draft = { ...mail, body: text, attachments: [], parcels: [] }
        const [id = null] = await writeMails(tx, place, [draft], "draft")
        return { success: true, draft_id: id, to: address, subject: mail.subject, body: text }
      }),
    )
  },
)
