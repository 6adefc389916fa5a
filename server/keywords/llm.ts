import { fromJson, toJson } from "#basic"
import { askModel as llm } from "#basic/keywords/llm.ts"
import type { UsedPrompt } from "#server/records/prompts/use-prompt.ts"
import { handlerFor } from "./handler.ts"
import { askForValue, askModel } from "./model/ask-model.ts"
import { describeConversation } from "./model/describe-conversation.ts"
import { readAnswer, wantsJson } from "./model/read-answer.ts"
import { readShape } from "./model/read-shape.ts"
import { applyPrompt } from "./prompts/apply-prompt.ts"
import { EffectFailed } from "./step.ts"

export const askModelHandler = handlerFor(
  llm,
  async ({ prompt = "", promptName, values, schema, fallback, ...args }, step) => {
    const library = await applyPrompt("LLM", { promptName, values }, step)
    const { optimizeFor, maxCost, maxLatency } = args
    const wish = { optimizeFor, maxCost, maxLatencyMs: maxLatency, library }
    const told = tellModel(prompt, library, describeConversation(step))
    const request = { keyword: "LLM", ...told, ...wish }
    if (schema === undefined || schema === null)
      return fromJson(readAnswer(await askModel(request, step), wantsJson(told.prompt)))
    const shape = readShape(toJson(schema))
    try {
      return fromJson(await askForValue({ ...request, shape }, step))
    } catch (error) {
      const isMisfit = error instanceof EffectFailed && error.code === "model.wrong_shape"
      if (!isMisfit || fallback === undefined) throw error
      step.log(`models: ${error.message}`)
      return fallback
    }
  },
)

/** A prompt of the library says what to do with the text; without a text it is what is asked. */
function tellModel(text: string, library: UsedPrompt | null, described: string | null) {
  if (library === null) return { prompt: text, instructions: described }
  if (text.trim() === "") return { prompt: library.text, instructions: described }
  const parts = [described ?? "", library.text].filter((part) => part !== "")
  return { prompt: text, instructions: parts.join("\n\n") }
}
