import { fromJson } from "#basic"
import { listTools as namesOf } from "#basic/assistant/tools.ts"
import { listTools } from "#basic/keywords/list-tools.ts"
import { assistantHandler } from "./assistant/assistant-handler.ts"

export const listToolsHandler = assistantHandler(listTools, (assistant) =>
  fromJson(namesOf(assistant)),
)
