import { serviceNotSetUp } from "../not-set-up.ts"
import type { Step } from "../step.ts"
import { askChoices } from "./ask-choices.ts"
import { readChoices } from "./read-choices.ts"

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
 * and written counts against the conversation's tokens and every budget.
 * Throws: `EffectFailed` "service.not_set_up", "model.limit_reached", "model.budget_reached", "model.*" of
 * `ModelFailure`.
 */
export async function askModel(request: ModelRequest, step: Step): Promise<string> {
  const { keyword, instructions, prompt, optimizeFor, maxCost, maxLatencyMs } = request
  const choices = await readChoices(keyword, optimizeFor, step)
  if (choices.choices.length === 0) throw serviceNotSetUp(keyword, "llm-provider")
  const messages = [{ role: "user", text: prompt } as const]
  const wish = { keyword, instructions, messages, maxCost, maxLatencyMs }
  return (await askChoices(choices, wish, step)).text
}
