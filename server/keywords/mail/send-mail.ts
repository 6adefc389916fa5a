import { fromJson, isAddress, listRecipients, subjectOf } from "#basic"
import type { Value } from "#basic/vm/value.ts"
import { limits } from "#catalog/limits.ts"
import { type Mail, MailFailed } from "#server/infra/mail/port.ts"
import { endMail, type NewMail, writeMails } from "#server/records/mails/write-mail.ts"
import { refusal } from "../files/operands.ts"
import { EffectFailed, type Step } from "../step.ts"
import { findAccount } from "./find-account.ts"
import { findParcels, listAtHand, openParcels, type Parcel, showParcel } from "./parcels.ts"

/** A mail as a script writes it. */
export interface MailWords {
  readonly to: Value
  /** Empty: the first words of the body. */
  readonly subject: string
  readonly body: string
  readonly attachments?: Value | undefined
  /** An account of the bot's own, which it comes from; any other address is where answers go. */
  readonly account?: string | undefined
}

/**
 * Sends a mail: to one address at once, to several one mail each. Those without files of the drive are
 * written down and leave soon after; the others leave one after the other.
 *
 * Shape: {success, message_id, status, to, recipients}. Throws EffectFailed: "mail.address_refused",
 * "mail.recipients_limit", "mail.daily_limit", "mail.unreachable", "mail.refused".
 */
export async function sendMail(words: MailWords, step: Step): Promise<Value> {
  const recipients = readAddresses(words.to)
  const mail = readMail(words)
  const account = await findAccount(words.account, step)
  const parcels = await findParcels(words.attachments, step)
  const [first = ""] = recipients
  if (account === null && recipients.length > 1 && parcels.every((one) => one.kind === "at hand"))
    return queueMails(recipients, mail, parcels, step)
  let messageId = ""
  for (const to of recipients) messageId = await sendOne({ ...mail, to }, parcels, step, account)
  return fromJson({
    ...{ success: true, message_id: messageId, status: "sent", to: first },
    recipients: recipients.length,
  })
}

type MailText = Omit<NewMail, "to" | "parcels" | "attachments">

/** Every recipient must be an address, or nothing is sent. */
export function readAddresses(to: Value, most: number = limits.recipientsPerMail): string[] {
  const recipients = listRecipients(to)
  if (recipients.length > most) throw refusal("mail.recipients_limit", { limit: most })
  const wrong = recipients.length === 0 ? "" : recipients.find((address) => !isAddress(address))
  if (wrong !== undefined) throw refusal("mail.address_refused", { to: wrong })
  return recipients
}

/** Checks the words of a mail. */
export function readMail({ subject, body, account }: MailWords): MailText {
  if (account !== undefined && account !== "" && !isAddress(account))
    throw refusal("mail.address_refused", { to: account })
  if (body.length > limits.mailBodyChars)
    throw new EffectFailed(
      "mail.too_long",
      `A mail has at most ${limits.mailBodyChars} characters; this one has ${body.length}.`,
    )
  const about = subject.trim() === "" ? subjectOf(body) : subject
  return {
    subject: about.slice(0, limits.mailSubjectChars),
    body,
    replyTo: account === undefined || account === "" ? null : account,
  }
}

async function queueMails(
  recipients: readonly string[],
  mail: MailText,
  parcels: readonly Parcel[],
  step: Step,
): Promise<Value> {
  const goods = { attachments: parcels.map(showParcel), parcels: listAtHand(parcels) }
  const mails = recipients.map((to) => ({ ...mail, to, ...goods }))
  const ids = await step.record((tx, place) => writeMails(tx, place, mails, "due"))
  const [first = null] = Array.isArray(ids) ? ids : []
  return fromJson({
    ...{ success: true, message_id: first, status: "queued", to: recipients[0] ?? "" },
    recipients: recipients.length,
  })
}

/** Sends one mail now and notes how it went. Gives its Message-ID. */
async function sendOne(
  mail: MailText & { readonly to: string },
  parcels: readonly Parcel[],
  step: Step,
  account: Mail | null,
): Promise<string> {
  const shown = { ...mail, attachments: parcels.map(showParcel), parcels: [] }
  const ids = await step.record((tx, place) => writeMails(tx, place, [shown], "sending"))
  const mailId = String(Array.isArray(ids) ? ids[0] : "")
  const note = (end: Parameters<typeof endMail>[3]) =>
    step.record(async (tx, { orgId }) => {
      await endMail(tx, orgId, mailId, end)
      return null
    })
  try {
    const messageId = String(
      await step.outside("same key", (key) => perform(key, mail, parcels, step, account)),
    )
    await note({ messageId })
    return messageId
  } catch (error) {
    if (error instanceof EffectFailed) await note({ error: error.message })
    throw error
  }
}

async function perform(
  key: string,
  mail: MailText & { readonly to: string },
  parcels: readonly Parcel[],
  step: Step,
  account: Mail | null,
): Promise<string> {
  const { to, subject, body, replyTo } = mail
  const attachments = await openParcels(parcels, step)
  try {
    const sent = await (account ?? step.parts.mail).send({
      ...{ to, subject, text: body, key, attachments },
      ...(replyTo !== null && { replyTo }),
    })
    return sent.messageId
  } catch (error) {
    if (!(error instanceof MailFailed)) throw error
    throw new EffectFailed(error.code, error.message, { cause: error })
  }
}
