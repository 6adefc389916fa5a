import { setModelRouting as chooseRouting } from "#basic/assistant/models.ts"
import { setModelRouting } from "#basic/keywords/set-model-routing.ts"
import { assistantHandler } from "./assistant/assistant-handler.ts"

export const setModelRoutingHandler = assistantHandler(
  setModelRouting,
  (assistant, { strategy = "" }) => {
    chooseRouting(assistant, strategy)
  },
)
