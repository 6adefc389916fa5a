import { toText } from "#basic"
import { setContext } from "#basic/keywords/set-context.ts"
import { handlerFor } from "./handler.ts"

export const setContextHandler = handlerFor(setContext, ({ name, value }, step) => {
  step.setContext(name ?? "", toText(value ?? null))
})
