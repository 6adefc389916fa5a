import { wordsOf } from "#basic/diagnostics/report.ts"
import { callScript } from "#basic/keywords/call.ts"
import { handlerFor } from "./handler.ts"
import { EffectFailed } from "./step.ts"

/** Scripts of the bot are called inside the machine, and platform paths become the commands they mean: what comes here is neither. */
export const callHandler = handlerFor(callScript, ({ path = "" }) => {
  const code = "basic.missing_script"
  throw new EffectFailed(code, wordsOf(code, { found: path.slice(0, 200), nearest: null }).message)
})
