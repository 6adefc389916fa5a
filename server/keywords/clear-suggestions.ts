import { clearSuggestions } from "#basic/keywords/clear-suggestions.ts"
import { handlerFor } from "./handler.ts"

export const clearSuggestionsHandler = handlerFor(clearSuggestions, (_args, step) => {
  step.clearSuggestions()
})
