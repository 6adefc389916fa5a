import { toJson, toText } from "#basic"
import { delegate } from "#basic/keywords/delegate.ts"
import { limits } from "#catalog/limits.ts"
import { askBot } from "#server/records/delegation/ask-bot.ts"
import { handlerFor } from "./handler.ts"
import { EffectFailed } from "./step.ts"

const defaultTimeoutSeconds = 30

/** The other bot is asked in a data effect, so once; its reply ends the wait, and nothing stays in memory. */
export const delegateHandler = handlerFor(
  delegate,
  async ({ message = null, bot = "", timeout = defaultTimeoutSeconds }, step) => {
    const { nextWaitId: waitId } = step
    const told = toText(message)
    if (told.length > limits.messageTextChars)
      throw new EffectFailed(
        "delegate.failed",
        `Another bot is told at most ${limits.messageTextChars} characters; these are ${told.length}.`,
      )
    const value = toJson(message)
    await step.record((tx, place) => askBot(tx, place, { bot, message: told, value, waitId }))
    return step.waitForReply(timeout)
  },
)
