import { setBotPriority as rankHelper } from "#basic/assistant/bots.ts"
import { setBotPriority } from "#basic/keywords/set-bot-priority.ts"
import { assistantHandler } from "./assistant/assistant-handler.ts"

export const setBotPriorityHandler = assistantHandler(
  setBotPriority,
  (assistant, { name = "", priority = 0 }) => rankHelper(assistant, name, priority),
)
