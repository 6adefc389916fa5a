import { addSuggestion } from "#basic/keywords/add-suggestion.ts"
import { handlerFor } from "./handler.ts"

export const addSuggestionHandler = handlerFor(addSuggestion, ({ label, value }, step) => {
  if (label !== undefined && label !== "") step.suggest(label, value ?? label)
})
