import { fromJson } from "#basic"
import { askModel as llm } from "#basic/keywords/llm.ts"
import { handlerFor } from "./handler.ts"
import { askModel } from "./model/ask-model.ts"
import { describeConversation } from "./model/describe-conversation.ts"
import { readAnswer, wantsJson } from "./model/read-answer.ts"

export const askModelHandler = handlerFor(
  llm,
  async ({ prompt = "", optimizeFor, maxCost, maxLatency }, step) => {
    const instructions = describeConversation(step)
    const wish = { optimizeFor, maxCost, maxLatencyMs: maxLatency }
    const answer = await askModel({ keyword: "LLM", instructions, prompt, ...wish }, step)
    return fromJson(readAnswer(answer, wantsJson(prompt)))
  },
)
