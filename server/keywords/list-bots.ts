import { fromJson } from "#basic"
import { listBots as helpersOf } from "#basic/assistant/bots.ts"
import { listBots } from "#basic/keywords/list-bots.ts"
import { assistantHandler } from "./assistant/assistant-handler.ts"

export const listBotsHandler = assistantHandler(listBots, (assistant) =>
  fromJson(helpersOf(assistant)),
)
