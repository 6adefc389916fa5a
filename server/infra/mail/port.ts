import { tellError } from "#catalog/errors.ts"

/** A file that goes along with a mail. */
export interface MailAttachment {
  readonly name: string
  /** Such as "text/calendar; method=REQUEST". */
  readonly type: string
  readonly content: Uint8Array
}

/** One mail to one address: plain text, and the same as HTML made from it. */
export interface MailMessage {
  /** One address. */
  readonly to: string
  readonly subject: string
  /** May hold Markdown; it is sent as it is, and as HTML beside it. */
  readonly text: string
  /** Where an answer goes; the sender when left out. */
  readonly replyTo?: string
  readonly attachments?: readonly MailAttachment[]
  /** Names the mail: sent again with the same key it has the same Message-ID. */
  readonly key?: string
}

export interface SentMail {
  /** As it stands in the mail's head: `<key@host>`. */
  readonly messageId: string
}

/** Sends mail. */
export interface Mail {
  /** How mails leave, for people: "outbox", or the name of the mail server. */
  readonly way: string
  /** Resolves once the mail is somewhere it will not be lost from. Throws: MailFailed. */
  send(message: MailMessage): Promise<SentMail>
  /** Sends from an account of a bot's own, through that account's server. */
  at?(account: MailAccount): Mail
}

/** Where a bot has an address of its own, and how it signs in there. */
export interface MailAccount {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  /** The address mails come from. */
  readonly from: string
}

/** A mail that did not leave. Its message is the sentence of the catalog: it holds nothing secret. */
export class MailFailed extends Error {
  override readonly name = "MailFailed"
  readonly code: "mail.unreachable" | "mail.refused"
  /** Trying again later may help. */
  readonly isTemporary: boolean

  constructor(
    reason:
      | { readonly code: "mail.unreachable"; readonly host: string }
      | { readonly code: "mail.refused"; readonly to: string; readonly status: number | null },
    options?: ErrorOptions,
  ) {
    const told =
      reason.code === "mail.unreachable"
        ? tellError(reason.code, reason)
        : tellError(reason.code, reason)
    super(told.detail, options)
    this.code = reason.code
    this.isTemporary = reason.code === "mail.unreachable" || isTemporaryStatus(reason.status)
  }
}

/** RFC 5321: 4xx asks for patience, 5xx is final. */
const isTemporaryStatus = (status: number | null): boolean =>
  status !== null && status >= 400 && status < 500
