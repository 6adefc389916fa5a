import type { Json } from "#basic/vm/value.ts"
import type { UsedPrompt } from "#server/records/prompts/use-prompt.ts"
import { serviceNotSetUp } from "../not-set-up.ts"
import type { Step } from "../step.ts"
import { type AskedAnswer, askChoices } from "./ask-choices.ts"
import type { AnswerShape } from "./ask-shaped.ts"
import { readChoices } from "./read-choices.ts"

export interface ModelRequest {
  /** Told to the script when something is not set up. */
  readonly keyword: string
  readonly instructions: string | null
  readonly prompt: string
  /** The prompt of the library that the instructions hold. */
  readonly library?: Pick<UsedPrompt, "id" | "number"> | null
  readonly optimizeFor?: string | undefined
  /** Units: US dollars. */
  readonly maxCost?: number | undefined
  readonly maxLatencyMs?: number | undefined
  /** What the answer has to fit. */
  readonly shape?: AnswerShape | undefined
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
  return (await ask(request, step)).text
}

/** The same, for an answer that has to fit a shape. Throws besides: `EffectFailed` "model.wrong_shape". */
export async function askForValue(
  request: ModelRequest & { readonly shape: AnswerShape },
  step: Step,
): Promise<Json> {
  const wanted = `Reply with one JSON object that fits this schema, and nothing else:\n${JSON.stringify(request.shape.schema)}`
  const instructions = [request.instructions ?? "", wanted].filter((part) => part !== "")
  return (await ask({ ...request, instructions: instructions.join("\n\n") }, step)).value
}

async function ask(request: ModelRequest, step: Step): Promise<AskedAnswer> {
  const { keyword, instructions, prompt, optimizeFor, maxCost, maxLatencyMs, shape } = request
  const { library = null } = request
  const choices = await readChoices(keyword, optimizeFor, step)
  if (choices.choices.length === 0) throw serviceNotSetUp(keyword, "llm-provider")
  const messages = [{ role: "user", text: prompt } as const]
  const wish = { keyword, instructions, messages, prompt: library, maxCost, maxLatencyMs }
  return await askChoices(choices, { ...wish, ...(shape && { shape }) }, step)
}
