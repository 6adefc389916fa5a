import { delegate } from "#basic/keywords/delegate.ts"
import { handlerFor } from "./handler.ts"
import { EffectFailed } from "./step.ts"

export const delegateHandler = handlerFor(delegate, () => {
  throw new EffectFailed("delegate.failed", "Asking another bot is not possible on this server.")
})
