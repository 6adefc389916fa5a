import { addBot as addHelper } from "#basic/assistant/bots.ts"
import { addBot } from "#basic/keywords/add-bot.ts"
import { assistantHandler } from "./assistant/assistant-handler.ts"

export const addBotHandler = assistantHandler(
  addBot,
  (assistant, { name = "", triggers, tools, schedule }) =>
    addHelper(assistant, { name, triggers, tools, schedule }),
)
