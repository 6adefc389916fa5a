import type { Json } from "#basic/vm/value.ts"
import { limits } from "#catalog/limits.ts"
import {
  type ModelCall,
  ModelFailure,
  type ModelMessage,
  type ModelPicture,
  type ModelQuestion,
  type ModelTool,
} from "#server/models/port.ts"
import { recordUsage } from "#server/records/models/record-usage.ts"
import type { UsedPrompt } from "#server/records/prompts/use-prompt.ts"
import { EffectFailed, type Step } from "../step.ts"
import { type AnswerShape, askShaped } from "./ask-shaped.ts"
import { capByCost } from "./cap-by-cost.ts"
import { checkBudgets, tellStop } from "./check-budgets.ts"
import { priceOf } from "./price.ts"
import type { ModelChoice, ModelChoices } from "./read-choices.ts"

export interface ModelWish {
  readonly keyword: string
  readonly instructions: string | null
  /** The prompt of the library that the instructions hold. */
  readonly prompt?: Pick<UsedPrompt, "id" | "number"> | null
  readonly messages: readonly ModelMessage[]
  readonly tools?: readonly ModelTool[]
  /** Shown with the last message; loaded when it is asked. */
  readonly pictures?: readonly (() => Promise<ModelPicture>)[]
  /** What the answer has to fit. */
  readonly shape?: AnswerShape
  /** Units: US dollars. */
  readonly maxCost?: number | undefined
  readonly maxLatencyMs?: number | undefined
  readonly onText?: (part: string) => void
  readonly onRestart?: () => void
}

export interface AskedAnswer {
  readonly text: string
  readonly calls: readonly ModelCall[]
  /** The answer as a value, where it had to fit a shape. */
  readonly value: Json
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

/** What of an answer is noted in the books alone. */
interface Measured {
  readonly cachedTokens: number
  /** Units: millionths of a US dollar. */
  readonly costMicros: number
  readonly tookMs: number
  /** Why an answer does not fit the shape it should have; null when it does. */
  readonly problem: string | null
}
/** As the journal keeps it. */
type StoredAnswer = AskedAnswer & Measured

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
  const left = await checkBudgets(wish.keyword, budgets, step)
  const maxCost = least(wish.maxCost, left?.dollars)
  const named = { name: `${wish.keyword} ASK`, arguments: null }
  const ask = () => askInOrder(choices, { ...wish, maxCost }, inputTokens, step)
  const asked = await step.outside("same key", ask, named).catch(async (error: unknown) => {
    const isTooDear = error instanceof EffectFailed && error.code === "model.limit_reached"
    const isByBudget = left !== null && left.dollars < (wish.maxCost ?? Number.POSITIVE_INFINITY)
    if (isTooDear && isByBudget) await tellStop(wish.keyword, left.scope, step)
    throw error
  })
  step.assistant.usedTokens += asked.inputTokens + asked.outputTokens
  await step.record(
    recordUsage({
      ...{ keyword: wish.keyword, provider: asked.provider, model: asked.model },
      ...{ inputTokens: asked.inputTokens, outputTokens: asked.outputTokens },
      ...{ cachedTokens: asked.cachedTokens, costMicros: asked.costMicros },
      ...{ tookMs: asked.tookMs, prompt: wish.prompt ?? null },
    }),
    { name: `${wish.keyword} USAGE`, arguments: null },
  )
  for (const reason of asked.passedOver) step.log(`models: ${reason}`)
  if (asked.problem !== null)
    throw new EffectFailed(
      "model.wrong_shape",
      `${asked.model} gave no answer of the shape that was asked for, asked twice. ${asked.problem}`,
    )
  return asked
}

async function askInOrder(
  choices: readonly ModelChoice[],
  wish: ModelWish,
  inputTokens: number,
  step: Step,
): Promise<StoredAnswer> {
  const passedOver: string[] = []
  let failure: unknown = null
  let misfit: StoredAnswer | null = null
  for (const choice of choices) {
    try {
      if (passedOver.length > 0) wish.onRestart?.()
      const answer = addUp(misfit, await askOne(choice, wish, inputTokens, step))
      if (answer.problem === null) return { ...answer, passedOver }
      misfit = answer
      passedOver.push(`${choice.account.provider.label}: ${answer.problem}`)
    } catch (error) {
      const isOver = error instanceof EffectFailed || !(error instanceof ModelFailure)
      if (isOver || error.code === "model.blocked") throw toEffect(error)
      failure = error
      passedOver.push(error.message)
    }
  }
  if (misfit !== null) return { ...misfit, passedOver }
  throw toEffect(failure)
}

/** An answer that did not fit was paid for all the same. */
function addUp(before: StoredAnswer | null, answer: StoredAnswer): StoredAnswer {
  if (before === null) return answer
  return {
    ...answer,
    cost: before.cost + answer.cost,
    costMicros: before.costMicros + answer.costMicros,
    inputTokens: before.inputTokens + answer.inputTokens,
    cachedTokens: before.cachedTokens + answer.cachedTokens,
    outputTokens: before.outputTokens + answer.outputTokens,
    tookMs: before.tookMs + answer.tookMs,
  }
}

async function askOne(
  choice: ModelChoice,
  wish: ModelWish,
  inputTokens: number,
  step: Step,
): Promise<StoredAnswer> {
  const { account, model, temperature } = choice
  const { maxLatencyMs = limits.modelAnswerMs, onText, onRestart, shape } = wish
  const pictures = await Promise.all((wish.pictures ?? []).map((load) => load()))
  // What does not fit is asked for twice: together that costs no more than allowed.
  const maxCost = shape && wish.maxCost !== undefined ? wish.maxCost / 2 : wish.maxCost
  const question: ModelQuestion = {
    ...{ model, system: wish.instructions, temperature },
    messages: withPictures(wish.messages, pictures),
    ...(wish.tools && wish.tools.length > 0 && { tools: wish.tools }),
    ...(shape && { schema: shape.schema }),
    ...(onText && { onText }),
    ...(onRestart && { onRestart }),
    maxOutputTokens: capByCost(choice, inputTokens, maxCost),
    timeoutMs: Math.min(limits.modelAnswerMs, Math.max(1, maxLatencyMs)),
  }
  const beganMs = performance.now()
  const ask = (asked: ModelQuestion) => step.parts.models.ask(account, asked)
  const answer = shape
    ? await askShaped(question, shape, ask)
    : { ...(await ask(question)), value: null, problem: null }
  const cost = priceOf(choice, answer) ?? 0
  const { text, value, problem, isCut, calls } = answer
  return {
    ...{ text, value, problem, isCut, calls, cost, costMicros: Math.ceil(cost * 1e6) },
    ...{ inputTokens: answer.inputTokens, cachedTokens: answer.cachedTokens },
    ...{ outputTokens: answer.outputTokens, provider: account.provider.id, model },
    tookMs: Math.round(performance.now() - beganMs),
    passedOver: [],
  }
}

/** Pictures belong to what was said last. */
function withPictures(
  messages: readonly ModelMessage[],
  pictures: readonly ModelPicture[],
): readonly ModelMessage[] {
  const last = messages.at(-1)
  if (pictures.length === 0 || last?.role !== "user") return messages
  return [...messages.slice(0, -1), { ...last, pictures }]
}

/** Services count differently; a cap is not to be broken by an estimate. Units: a factor, and tokens. */
const safety = 1.25
const overhead = 20
/** A picture of the size that is sent. */
const tokensPerPicture = 2_500

/** Counts what will be sent, before it is. Throws: `EffectFailed` "model.limit_reached". */
async function measure(wish: ModelWish, step: Step): Promise<number> {
  const said = wish.messages.map((message) => JSON.stringify(message)).join("\n")
  const text = [wish.instructions ?? "", said, JSON.stringify(wish.tools ?? [])].join("\n")
  if (text.length > limits.modelPromptChars)
    throw limitReached(
      `A model is asked at most ${limits.modelPromptChars} characters at once; these are ${text.length}.`,
    )
  const pictures = (wish.pictures?.length ?? 0) * tokensPerPicture
  return Math.ceil((await step.parts.models.countTokens(text)) * safety) + overhead + pictures
}

function toEffect(error: unknown): unknown {
  return error instanceof ModelFailure ? new EffectFailed(error.code, error.message) : error
}

const least = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined ? other : Math.min(one, other ?? one)

const limitReached = (message: string) => new EffectFailed("model.limit_reached", message)
