import { sendToSession } from "#basic/keywords/send-to-session.ts"
import { handlerFor } from "./handler.ts"
import { talkTo } from "./mail/talk-to.ts"

export const sendToSessionHandler = handlerFor(sendToSession, ({ session = "", text = "" }, step) =>
  talkTo("SEND TO SESSION", { channel: "web", address: session }, text, step),
)
