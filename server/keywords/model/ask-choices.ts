import type { Json } from "#basic/vm/value.ts"
import { limits } from "#catalog/limits.ts"
import {
  type ModelCall,
  ModelFailure,
  type ModelMessage,
  type ModelTool,
} from "#server/models/port.ts"
import { recordUsage } from "#server/records/models/record-usage.ts"
import { EffectFailed, type Step } from "../step.ts"
import { capByCost } from "./cap-by-cost.ts"
import { checkBudgets } from "./check-budgets.ts"
import { priceOf } from "./price.ts"
import type { ModelChoice, ModelChoices } from "./read-choices.ts"

export interface ModelWish {
  readonly keyword: string
  readonly instructions: string | null
  readonly messages: readonly ModelMessage[]
  readonly tools?: readonly ModelTool[]
  /** Units: US dollars. */
  readonly maxCost?: number | undefined
  readonly maxLatencyMs?: number | undefined
  readonly onText?: (part: string) => void
  readonly onRestart?: () => void
}

export interface AskedAnswer {
  readonly text: string
  readonly calls: readonly ModelCall[]
  readonly isCut: boolean
  /** Units: US dollars; 0 where nobody knows. */
  readonly cost: number
  readonly inputTokens: number
  readonly outputTokens: number
  readonly provider: string
  readonly model: string
  /** Who was asked before and did not answer, and why. */
  readonly passedOver: readonly string[]
}

/**
 * Asks the first who answers: an account that is down, busy or refuses is passed over for the next.
 *
 * One outside effect, and one data effect for what it cost.
 * Throws: `EffectFailed` "model.limit_reached", "model.budget_reached", "model.price_unknown", and "model.*" of
 * the last failure.
 */
export async function askChoices(
  { choices, conversationTokens, budgets }: ModelChoices,
  wish: ModelWish,
  step: Step,
): Promise<AskedAnswer> {
  const inputTokens = await measure(wish, step)
  if (step.assistant.usedTokens >= conversationTokens)
    throw limitReached(
      `Models have used up the ${conversationTokens} tokens this conversation may take.`,
    )
  const left = checkBudgets(budgets, step)
  const maxCost = least(wish.maxCost, left)
  const named = { name: `${wish.keyword} ASK`, arguments: null }
  const asked = (await step.outside(
    "same key",
    () => askInOrder(choices, { ...wish, maxCost }, inputTokens, step),
    named,
  )) as unknown as AskedAnswer & { readonly cachedTokens: number; readonly costMicros: number }
  step.assistant.usedTokens += asked.inputTokens + asked.outputTokens
  await step.record(
    recordUsage({
      ...{ keyword: wish.keyword, provider: asked.provider, model: asked.model },
      ...{ inputTokens: asked.inputTokens, outputTokens: asked.outputTokens },
      ...{ cachedTokens: asked.cachedTokens, costMicros: asked.costMicros },
    }),
    { name: `${wish.keyword} USAGE`, arguments: null },
  )
  for (const reason of asked.passedOver) step.log(`models: ${reason}`)
  return asked
}

async function askInOrder(
  choices: readonly ModelChoice[],
  wish: ModelWish,
  inputTokens: number,
  step: Step,
): Promise<Json> {
  const passedOver: string[] = []
  let failure: unknown = null
  for (const choice of choices) {
    try {
      if (passedOver.length > 0) wish.onRestart?.()
      return await askOne(choice, wish, inputTokens, passedOver, step)
    } catch (error) {
      const isOver = error instanceof EffectFailed || !(error instanceof ModelFailure)
      if (isOver || error.code === "model.blocked") throw toEffect(error)
      failure = error
      passedOver.push(error.message)
    }
  }
  throw toEffect(failure)
}

async function askOne(
  choice: ModelChoice,
  wish: ModelWish,
  inputTokens: number,
  passedOver: readonly string[],
  step: Step,
): Promise<Json> {
  const { account, model, temperature } = choice
  const { maxLatencyMs = limits.modelAnswerMs, onText, onRestart } = wish
  const answer = await step.parts.models.ask(account, {
    ...{ model, system: wish.instructions, temperature, messages: wish.messages },
    ...(wish.tools && wish.tools.length > 0 && { tools: wish.tools }),
    ...(onText && { onText }),
    ...(onRestart && { onRestart }),
    maxOutputTokens: capByCost(choice, inputTokens, wish.maxCost),
    timeoutMs: Math.min(limits.modelAnswerMs, Math.max(1, maxLatencyMs)),
  })
  const cost = priceOf(choice, answer) ?? 0
  return {
    ...{ text: answer.text, isCut: answer.isCut, cost, costMicros: Math.ceil(cost * 1e6) },
    ...{ inputTokens: answer.inputTokens, cachedTokens: answer.cachedTokens },
    ...{ outputTokens: answer.outputTokens, provider: account.provider.id, model },
    calls: answer.calls.map((call) => ({ ...call })),
    passedOver: [...passedOver],
  }
}

/** Services count differently; a cap is not to be broken by an estimate. Units: a factor, and tokens. */
const safety = 1.25
const overhead = 20

/** Counts what will be sent, before it is. Throws: `EffectFailed` "model.limit_reached". */
async function measure(wish: ModelWish, step: Step): Promise<number> {
  const said = wish.messages.map((message) => JSON.stringify(message)).join("\n")
  const text = [wish.instructions ?? "", said, JSON.stringify(wish.tools ?? [])].join("\n")
  if (text.length > limits.modelPromptChars)
    throw limitReached(
      `A model is asked at most ${limits.modelPromptChars} characters at once; these are ${text.length}.`,
    )
  return Math.ceil((await step.parts.models.countTokens(text)) * safety) + overhead
}

function toEffect(error: unknown): unknown {
  return error instanceof ModelFailure ? new EffectFailed(error.code, error.message) : error
}

const least = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined ? other : Math.min(one, other ?? one)

const limitReached = (message: string) => new EffectFailed("model.limit_reached", message)
