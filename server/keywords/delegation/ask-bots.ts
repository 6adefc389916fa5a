import { toJson, toText } from "#basic"
import type { Value } from "#basic/vm/value.ts"
import { limits } from "#catalog/limits.ts"
import { askBot } from "#server/records/delegation/ask-bot.ts"
import { EffectFailed, type Step, type Suspension } from "../step.ts"

export interface AskedBot {
  /** The branch of a workflow; null where one bot alone is asked. */
  readonly name: string | null
  readonly bot: string
  readonly message: Value
}

/** Bots one statement may ask at once. */
const maxBots = 20

/**
 * Asks bots of the organization, all in one data effect and so once, and waits until every one has replied.
 *
 * Throws: `EffectFailed` "bot.not_found", "bot.not_published", "delegate.failed" for what cannot be sent.
 */
export async function askBots(
  asked: readonly AskedBot[],
  timeoutSeconds: number,
  step: Step,
): Promise<Suspension | undefined> {
  if (asked.length === 0) return undefined
  if (asked.length > maxBots) throw refuse(`One step asks at most ${maxBots} bots.`)
  const { nextWaitId: waitId } = step
  const delegations = asked.map(({ name, bot, message }, index) => {
    const told = toText(message)
    if (told.length > limits.messageTextChars)
      throw refuse(
        `Another bot is told at most ${limits.messageTextChars} characters; these are ${told.length}.`,
      )
    const branch = name === null ? undefined : { index, name }
    return { bot, message: told, value: toJson(message), waitId, branch }
  })
  await step.record(async (tx, place) => {
    for (const delegation of delegations) await askBot(tx, place, delegation)
    return null
  })
  return step.waitForReply(timeoutSeconds, asked.length)
}

const refuse = (message: string) => new EffectFailed("delegate.failed", message)
