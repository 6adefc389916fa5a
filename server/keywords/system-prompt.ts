import { systemPrompt } from "#basic/keywords/system-prompt.ts"
import { handlerFor } from "./handler.ts"

export const systemPromptHandler = handlerFor(systemPrompt, ({ text }, step) => {
  step.setSystemPrompt(text ?? "")
})
