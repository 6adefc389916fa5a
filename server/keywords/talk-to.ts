import { talkTo } from "#basic/keywords/talk-to.ts"
import { handlerFor } from "./handler.ts"
import { talkToText } from "./mail/talk-to.ts"

export const talkToHandler = handlerFor(talkTo, ({ recipient = "", text = "" }, step) =>
  talkToText("TALK TO", recipient, text, step),
)
