import { setResponseStatus } from "#basic/keywords/set-response-status.ts"
import { handlerFor } from "./handler.ts"
import { EffectFailed } from "./step.ts"

/** A webhook answers its caller; it sends nobody elsewhere. */
export const setResponseStatusHandler = handlerFor(setResponseStatus, ({ status }, step) => {
  const whole = Math.trunc(status ?? 200)
  if (whole >= 300 && whole < 400)
    throw new EffectFailed(
      "webhook.status_refused",
      `A webhook is answered with a status from 200 to 299 or 400 to 599; this one is ${whole}.`,
    )
  step.setResponseStatus(whole)
})
