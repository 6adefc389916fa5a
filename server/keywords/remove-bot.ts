import { removeBot as takeHelper } from "#basic/assistant/bots.ts"
import { removeBot } from "#basic/keywords/remove-bot.ts"
import { assistantHandler } from "./assistant/assistant-handler.ts"

export const removeBotHandler = assistantHandler(removeBot, (assistant, { name = "" }) =>
  takeHelper(assistant, name),
)
