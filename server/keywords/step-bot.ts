import { stepBot } from "#basic/keywords/step-bot.ts"
import { askBots } from "./delegation/ask-bots.ts"
import { handlerFor } from "./handler.ts"

/** A step of a workflow may take longer than a person waits for. Units: seconds. */
export const stepTimeoutSeconds = 300

export const stepBotHandler = handlerFor(stepBot, ({ bot = "", task = null }, step) =>
  askBots([{ name: null, bot, message: task }], stepTimeoutSeconds, step),
)
