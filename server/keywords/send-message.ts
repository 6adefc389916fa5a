import { sendMessage } from "#basic/keywords/send-message.ts"
import { handlerFor } from "./handler.ts"

export const sendMessageHandler = handlerFor(sendMessage, ({ text = "" }, step) => {
  step.say(text)
})
