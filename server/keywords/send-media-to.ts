import { readRecipient, toText } from "#basic"
import { sendMediaTo } from "#basic/keywords/send-media-to.ts"
import { handlerFor } from "./handler.ts"
import { sendMail } from "./mail/send-mail.ts"
import { settingOf } from "./mail/talk-to.ts"
import { serviceNotSetUp } from "./not-set-up.ts"

export const sendMediaToHandler = handlerFor(
  sendMediaTo,
  ({ recipient = "", file, caption = "" }, step) => {
    const { channel, address } = readRecipient(recipient)
    if (channel !== "email") throw serviceNotSetUp("SEND MEDIA TO", settingOf(channel))
    const body = caption === "" ? toText(file ?? null) : caption
    return sendMail({ to: address, subject: caption, body, attachments: file }, step)
  },
)
