import { splitMailBlock } from "#basic"
import { mailBlock } from "#basic/keywords/mail.ts"
import { handlerFor } from "./handler.ts"
import { sendMail } from "./mail/send-mail.ts"

export const mailBlockHandler = handlerFor(mailBlock, ({ to, text = "" }, step) =>
  sendMail({ to: to ?? null, ...splitMailBlock(text) }, step),
)
