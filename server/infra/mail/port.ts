/** One mail in plain text. */
export interface MailMessage {
  /** One address. */
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Sends mail. It resolves once the mail is somewhere it will not be lost from. */
export interface Mail {
  send(message: MailMessage): Promise<void>
}
