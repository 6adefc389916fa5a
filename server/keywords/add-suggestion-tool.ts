import { toolNameOf } from "#basic/assistant/tools.ts"
import { addSuggestionTool } from "#basic/keywords/add-suggestion-tool.ts"
import { handlerFor } from "./handler.ts"

/** The button sends `tool:NAME`, which ON MESSAGE takes like any other words. */
export const addSuggestionToolHandler = handlerFor(
  addSuggestionTool,
  ({ tool = "", label }, step) => {
    step.suggest(label ?? toolNameOf(tool), `tool:${toolNameOf(tool)}`)
  },
)
