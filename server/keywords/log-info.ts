import { toJson } from "#basic"
import { logInfo } from "#basic/keywords/log-info.ts"
import { handlerFor } from "./handler.ts"

export const logInfoHandler = handlerFor(logInfo, ({ text = "", details }, step) => {
  const more = details === undefined ? "" : ` ${JSON.stringify(toJson(details))}`
  step.log(`INFO ${text}${more}`)
})
