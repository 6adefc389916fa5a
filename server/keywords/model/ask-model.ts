import { limits } from "#catalog/limits.ts"
import { ModelFailure } from "#server/models/port.ts"
import { isJsonObject } from "../http/read-json.ts"
import { EffectFailed, type Step } from "../step.ts"
import { capByCost } from "./cap-by-cost.ts"
import { readAccount } from "./read-account.ts"

export interface ModelRequest {
  /** Told to the script when something is not set up. */
  readonly keyword: string
  readonly instructions: string | null
  readonly prompt: string
  readonly optimizeFor?: string | undefined
  /** Units: US dollars. */
  readonly maxCost?: number | undefined
  readonly maxLatencyMs?: number | undefined
}

/**
 * Asks the bot's model one question and gives its answer.
 *
 * An outside effect: a lost outcome is asked again, which changes nothing but what it costs. What was read
 * and written counts against the conversation's tokens.
 * Throws: `EffectFailed` "service.not_set_up", "model.limit_reached", "model.*" of `ModelFailure`.
 */
export async function askModel(request: ModelRequest, step: Step): Promise<string> {
  const { keyword, instructions, prompt, optimizeFor, maxCost, maxLatencyMs } = request
  const choice = await readAccount(keyword, optimizeFor, step)
  const chars = prompt.length + (instructions?.length ?? 0)
  if (chars > limits.modelPromptChars)
    throw limitReached(
      `A model is asked at most ${limits.modelPromptChars} characters at once; these are ${chars}.`,
    )
  if (step.assistant.usedTokens >= choice.conversationTokens)
    throw limitReached(
      `Models have used up the ${choice.conversationTokens} tokens this conversation may take.`,
    )
  const { account, model, temperature } = choice
  const question = {
    ...{ model, system: instructions, temperature },
    messages: [{ role: "user", text: prompt } as const],
    maxOutputTokens: capByCost(choice, chars, maxCost),
    timeoutMs: Math.min(limits.modelAnswerMs, Math.max(1, maxLatencyMs ?? limits.modelAnswerMs)),
  }
  const answer = await step.outside("same key", async () => {
    try {
      const { text, inputTokens, outputTokens } = await step.parts.models.ask(account, question)
      return { text, tokens: inputTokens + outputTokens }
    } catch (error) {
      if (error instanceof ModelFailure) throw new EffectFailed(error.code, error.message)
      throw error
    }
  })
  if (!isJsonObject(answer)) throw new Error("The journal gives back what was put in.")
  step.assistant.usedTokens += Number(answer.tokens)
  return String(answer.text)
}

const limitReached = (message: string) => new EffectFailed("model.limit_reached", message)
