import { fromJson } from "#basic"
import type { Value } from "#basic/vm/value.ts"
import { limits } from "#catalog/limits.ts"
import { tellBots } from "#server/records/delegation/tell-bot.ts"
import { EffectFailed, type Step } from "../step.ts"

/**
 * Tells every helper bot of the conversation something, all in one data effect and so once; each begins a
 * conversation of its own with it, and nobody waits for what they say.
 *
 * Shape: of `tellBots`. Throws: EffectFailed "delegate.failed" for what is too long.
 */
export async function broadcastToBots(text: string, step: Step): Promise<Value> {
  if (text.length > limits.messageTextChars)
    throw new EffectFailed(
      "delegate.failed",
      `Another bot is told at most ${limits.messageTextChars} characters; these are ${text.length}.`,
    )
  const names = step.assistant.bots
    .toSorted((one, other) => one.priority - other.priority)
    .map(({ name }) => name)
  return fromJson(await step.record((tx, place) => tellBots(tx, place, names, text)))
}
