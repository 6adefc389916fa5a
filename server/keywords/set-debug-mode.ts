import { debugModeKey, readDebugMode } from "#basic/functions/debug-mode.ts"
import { setDebugMode } from "#basic/keywords/set-debug-mode.ts"
import { handlerFor } from "./handler.ts"

export const setDebugModeHandler = handlerFor(setDebugMode, ({ mode }, step) => {
  step.writeSession(debugModeKey, readDebugMode(mode ?? null))
})
