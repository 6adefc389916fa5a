import type { botCommands } from "#basic/keywords/families/bot.ts"
import { addBotHandler } from "../add-bot.ts"
import { botReflectionHandler } from "../bot-reflection.ts"
import { botReflectionInsightsHandler } from "../bot-reflection-insights.ts"
import { botReflectionOnHandler } from "../bot-reflection-on.ts"
import { botShareMemoryHandler } from "../bot-share-memory.ts"
import { botSyncMemoryHandler } from "../bot-sync-memory.ts"
import { createSwarmHandler } from "../create-swarm.ts"
import { delegateHandler } from "../delegate.ts"
import type { HandlersOf } from "../handler.ts"
import { listBotsHandler } from "../list-bots.ts"
import { removeBotHandler } from "../remove-bot.ts"
import { setBotPriorityHandler } from "../set-bot-priority.ts"
import { stepBotHandler } from "../step-bot.ts"
import { stepParallelHandler } from "../step-parallel.ts"
import { transferConversationHandler } from "../transfer-conversation.ts"

/** What the server does for this family of commands. */
export const botHandlers = {
  "ADD BOT": addBotHandler,
  "REMOVE BOT": removeBotHandler,
  "LIST BOTS": listBotsHandler,
  "SET BOT PRIORITY": setBotPriorityHandler,
  "CREATE SWARM": createSwarmHandler,
  DELEGATE: delegateHandler,
  "TRANSFER CONVERSATION": transferConversationHandler,
  "BOT REFLECTION": botReflectionHandler,
  "BOT REFLECTION ON": botReflectionOnHandler,
  "BOT REFLECTION INSIGHTS": botReflectionInsightsHandler,
  "BOT SHARE MEMORY": botShareMemoryHandler,
  "BOT SYNC MEMORY": botSyncMemoryHandler,
  "STEP BOT": stepBotHandler,
  "STEP PARALLEL": stepParallelHandler,
} satisfies HandlersOf<typeof botCommands>
