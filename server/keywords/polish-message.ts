import { polishMessage } from "#basic/keywords/polish-message.ts"
import { handlerFor } from "./handler.ts"
import { workOnText } from "./model/work-on-text.ts"

export const polishMessageHandler = handlerFor(
  polishMessage,
  ({ message = "", tone = "friendly" }, step) =>
    workOnText(
      "POLISH MESSAGE",
      `The text is what an agent wants to write to a customer. Put it into better words, in its own language, saying the same, in a tone that is ${tone.slice(0, 100)}.`,
      message,
      step,
    ),
)
