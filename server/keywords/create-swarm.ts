import { splitWords } from "#basic/assistant/assistant.ts"
import { addBot } from "#basic/assistant/bots.ts"
import { createSwarm } from "#basic/keywords/create-swarm.ts"
import { assistantHandler } from "./assistant/assistant-handler.ts"

export const createSwarmHandler = assistantHandler(createSwarm, (assistant, { bots = "" }) => {
  for (const name of splitWords(bots)) addBot(assistant, { name })
})
