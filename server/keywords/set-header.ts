import { setHeader } from "#basic/keywords/set-header.ts"
import { handlerFor } from "./handler.ts"
import { checkHeader } from "./http/check-header.ts"

export const setHeaderHandler = handlerFor(setHeader, ({ name = "", value = "" }, step) => {
  checkHeader(name, value)
  step.setHeader(name.trim(), value)
})
