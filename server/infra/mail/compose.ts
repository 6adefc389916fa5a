import { randomBytes } from "node:crypto"
import type { MailMessage } from "./port.ts"
import { printMailHtml } from "./print-html.ts"

/** A mail as nodemailer takes it: built here, so that no field of a message is more than it looks like. */
export interface ComposedMail {
  readonly from: string
  readonly to: { readonly name: ""; readonly address: string }
  readonly replyTo?: { readonly name: ""; readonly address: string }
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly messageId: string
  readonly date: Date
  readonly attachments: {
    filename: string
    contentType: string
    content: Buffer
  }[]
  readonly disableFileAccess: true
  readonly disableUrlAccess: true
}

/** Puts a mail together. `from` is the sender of the installation: `Name <address>` or an address. */
export function composeMail(message: MailMessage, from: string, date: Date): ComposedMail {
  const { to, subject, text, replyTo, attachments = [] } = message
  const key = message.key ?? randomBytes(16).toString("hex")
  return {
    from: oneLine(from),
    to: { name: "", address: oneLine(to) },
    ...(replyTo !== undefined && { replyTo: { name: "" as const, address: oneLine(replyTo) } }),
    subject: oneLine(subject),
    text,
    html: printMailHtml(text),
    messageId: `<${key.replace(/[^\w.-]/g, "-")}@${domainOf(from)}>`,
    date,
    attachments: attachments.map(({ name, type, content }) => ({
      filename: oneLine(name),
      contentType: oneLine(type),
      content: Buffer.from(content),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** A line break in a header would begin another header. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ").trim()
}

function domainOf(from: string): string {
  return /@([\w.-]+)/.exec(from)?.[1] ?? "localhost"
}
