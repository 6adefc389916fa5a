import { toText } from "#basic"
import { talk } from "#basic/keywords/talk.ts"
import { handlerFor } from "./handler.ts"

export const talkHandler = handlerFor(talk, ({ text }, step) => {
  step.say(toText(text ?? null))
})
