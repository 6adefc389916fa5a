import { useModel as chooseModel } from "#basic/assistant/models.ts"
import { useModel } from "#basic/keywords/use-model.ts"
import { assistantHandler } from "./assistant/assistant-handler.ts"

export const useModelHandler = assistantHandler(useModel, (assistant, { model = "" }) =>
  chooseModel(assistant, model),
)
