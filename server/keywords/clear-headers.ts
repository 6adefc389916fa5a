import { clearHeaders } from "#basic/keywords/clear-headers.ts"
import { handlerFor } from "./handler.ts"

export const clearHeadersHandler = handlerFor(clearHeaders, (_args, step) => {
  step.clearHeaders()
})
