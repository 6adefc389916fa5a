/** Other bots and workflows: the commands of this family, in the order of the manual. */
import { addBot } from "../add-bot.ts"
import { botReflection } from "../bot-reflection.ts"
import { botReflectionInsights } from "../bot-reflection-insights.ts"
import { botReflectionOn } from "../bot-reflection-on.ts"
import { botShareMemory } from "../bot-share-memory.ts"
import { botSyncMemory } from "../bot-sync-memory.ts"
import { createSwarm } from "../create-swarm.ts"
import { delegate } from "../delegate.ts"
import { listBots } from "../list-bots.ts"
import { orchestrateWorkflow } from "../orchestrate-workflow.ts"
import { removeBot } from "../remove-bot.ts"
import { setBotPriority } from "../set-bot-priority.ts"
import { stepBot } from "../step-bot.ts"
import { stepParallel } from "../step-parallel.ts"
import { transferConversation } from "../transfer-conversation.ts"

export const botCommands = [
  addBot,
  removeBot,
  listBots,
  setBotPriority,
  createSwarm,
  delegate,
  transferConversation,
  botReflection,
  botReflectionOn,
  botReflectionInsights,
  botShareMemory,
  botSyncMemory,
  orchestrateWorkflow,
  stepBot,
  stepParallel,
] as const
