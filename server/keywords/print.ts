import { toText } from "#basic"
import { debugModeKey, isDebugging } from "#basic/functions/debug-mode.ts"
import { print } from "#basic/keywords/print.ts"
import { handlerFor } from "./handler.ts"

export const printHandler = handlerFor(print, ({ text }, step) => {
  const line = toText(text ?? null)
  step.log(line)
  if (line !== "" && isDebugging(step.readSession(debugModeKey))) step.say(line)
})
