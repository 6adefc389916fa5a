import { toJson } from "#basic"
import { logWarn } from "#basic/keywords/log-warn.ts"
import { handlerFor } from "./handler.ts"

export const logWarnHandler = handlerFor(logWarn, ({ text = "", details }, step) => {
  const more = details === undefined ? "" : ` ${JSON.stringify(toJson(details))}`
  step.log(`WARN ${text}${more}`)
})
