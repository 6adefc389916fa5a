import { toText } from "#basic"
import { print } from "#basic/keywords/print.ts"
import { handlerFor } from "./handler.ts"

export const printHandler = handlerFor(print, ({ text }, step) => {
  step.log(toText(text ?? null))
})
