import { toJson } from "#basic"
import { logError } from "#basic/keywords/log-error.ts"
import { handlerFor } from "./handler.ts"

export const logErrorHandler = handlerFor(logError, ({ text = "", details }, step) => {
  const more = details === undefined ? "" : ` ${JSON.stringify(toJson(details))}`
  step.log(`ERROR ${text}${more}`)
})
