import { toText } from "#basic"
import { stepParallel } from "#basic/keywords/step-parallel.ts"
import { MapValue, type Value } from "#basic/vm/value.ts"
import { askBots } from "./delegation/ask-bots.ts"
import { handlerFor } from "./handler.ts"
import { stepTimeoutSeconds } from "./step-bot.ts"

/** All branches are asked at once, in one data effect; the run goes on when every one has replied. */
export const stepParallelHandler = handlerFor(stepParallel, ({ branches }, step) => {
  const given = (branches?.items ?? []).filter((branch) => branch instanceof MapValue)
  const read = (branch: MapValue, key: string): Value => branch.entries.get(key) ?? null
  const asked = given.map((branch) => ({
    name: toText(read(branch, "name")),
    bot: toText(read(branch, "bot")),
    message: read(branch, "task"),
  }))
  return askBots(asked, stepTimeoutSeconds, step)
})
