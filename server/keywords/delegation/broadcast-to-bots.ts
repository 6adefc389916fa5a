import { fromJson } from "#basic"
import type { Json, Value } from "#basic/vm/value.ts"
import { limits } from "#catalog/limits.ts"
import { isAppError } from "#server/errors/app-error.ts"
import { tellBot } from "#server/records/delegation/tell-bot.ts"
import type { RecordPlace, RecordTx } from "#server/records/place.ts"
import { EffectFailed, type Step } from "../step.ts"

/**
 * Tells every helper bot of the conversation something, all in one data effect and so once; each begins a
 * conversation of its own with it, and nobody waits for what they say.
 *
 * Shape: {success, total, sent, failed, results: [{recipient, success, status, message_id, error}]}.
 * Throws: EffectFailed "delegate.failed" for what is too long, AppError "event.too_deep".
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
  return fromJson(await step.record((tx, place) => tellAll(tx, place, names, text)))
}

async function tellAll(
  tx: RecordTx,
  place: RecordPlace,
  names: readonly string[],
  text: string,
): Promise<Json> {
  const results: { [key: string]: Json }[] = []
  for (const recipient of names) {
    try {
      const message_id = await tellBot(tx, place, recipient, text)
      results.push({ recipient, success: true, status: "queued", message_id, error: null })
    } catch (error) {
      const isGone = isAppError(error, "bot.not_found") || isAppError(error, "bot.not_published")
      if (!isGone) throw error
      results.push({ recipient, success: false, error: error.text.detail })
    }
  }
  const failed = results.filter(({ success }) => success === false).length
  const sent = results.length - failed
  return { success: failed === 0, total: results.length, sent, failed, results }
}
