import { sendMailTo } from "#basic/keywords/send-mail.ts"
import { handlerFor } from "./handler.ts"
import { sendMail } from "./mail/send-mail.ts"

export const sendMailToHandler = handlerFor(
  sendMailTo,
  ({ to, subject = "", body = "", attachments, account }, step) =>
    sendMail({ to: to ?? null, subject, body, attachments, account }, step),
)
