import { delegate } from "#basic/keywords/delegate.ts"
import { askBots } from "./delegation/ask-bots.ts"
import { handlerFor } from "./handler.ts"

const defaultTimeoutSeconds = 30

/** The other bot is asked in a data effect, so once; its reply ends the wait, and nothing stays in memory. */
export const delegateHandler = handlerFor(
  delegate,
  ({ message = null, bot = "", timeout = defaultTimeoutSeconds }, step) =>
    askBots([{ name: null, bot, message }], timeout, step),
)
