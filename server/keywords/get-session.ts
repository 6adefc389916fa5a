import { fromJson } from "#basic"
import { getSession } from "#basic/keywords/get-session.ts"
import { handlerFor } from "./handler.ts"
import { checkOwnSession } from "./memory/own-session.ts"

export const getSessionHandler = handlerFor(getSession, ({ session, key }, step) => {
  checkOwnSession(session, step)
  return fromJson(step.readSession(key ?? ""))
})
