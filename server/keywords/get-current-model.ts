import { currentModel } from "#basic/assistant/models.ts"
import { getCurrentModel } from "#basic/keywords/get-current-model.ts"
import { assistantHandler } from "./assistant/assistant-handler.ts"

export const getCurrentModelHandler = assistantHandler(getCurrentModel, currentModel)
