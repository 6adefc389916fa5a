import { toJson } from "#basic"
import { setSession } from "#basic/keywords/set-session.ts"
import { handlerFor } from "./handler.ts"
import { checkOwnSession } from "./memory/own-session.ts"

export const setSessionHandler = handlerFor(setSession, ({ session, key, value }, step) => {
  checkOwnSession(session, step)
  step.writeSession((key ?? "").replace(/^session\./i, ""), toJson(value ?? null))
})
