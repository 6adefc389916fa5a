import { limits } from "#catalog/limits.ts"
import { findModelProvider } from "#catalog/models/index.ts"
import type { ModelAccount } from "#server/models/port.ts"
import {
  readModels,
  type StoredBudget,
  type StoredModelAccount,
  type StoredModels,
} from "#server/records/models/read-models.ts"
import { serviceNotSetUp } from "../not-set-up.ts"
import type { Step } from "../step.ts"
import { chooseModel, readNeed } from "./choose-model.ts"
import { readProvider } from "./read-provider.ts"

/** Which model a question goes to, on whose account, and what it may take. */
export interface ModelChoice {
  readonly account: ModelAccount
  readonly model: string
  readonly maxOutputTokens: number
  readonly temperature: number | null
}

/** Everybody who may be asked, in the order they are tried. */
export interface ModelChoices {
  readonly choices: readonly ModelChoice[]
  /** What models may read and write for this conversation altogether. Units: tokens. */
  readonly conversationTokens: number
  readonly budgets: readonly StoredBudget[]
}

const names = [
  ...["llm-provider", "llm-url", "llm-key", "llm-model", "llm-temperature", "max-tokens"],
  ...["model-default", "model-fast", "model-quality", "model-code", "model-vision"],
  "max-conversation-tokens",
]

/**
 * Reads who answers: the bot's own settings (`llm-provider` or `llm-url`, `llm-key`, `llm-model`), then the
 * accounts of the bot, then those of its organization.
 *
 * OPTIMIZE FOR wins over USE MODEL, and both over an account's own model; an alias without a model of its own
 * falls back to that. Empty `choices`: nobody was set up at all.
 * Throws: `EffectFailed` "service.not_set_up" for what is half set up, "model.refused" for what is no provider.
 */
export async function readChoices(
  keyword: string,
  optimizeFor: string | undefined,
  step: Step,
): Promise<ModelChoices> {
  const name = `${keyword} MODELS`
  const stored = await step.record(readModels(names), { name, arguments: null })
  const { settings, accounts, budgets } = stored as unknown as StoredModels
  const values = new Map(
    settings.map(({ name: setting, value, isSecret }) => {
      const plain = isSecret ? step.parts.seal.open(value) : value
      return [setting, plain ?? ""] as const
    }),
  )
  const read = (setting: string) => values.get(setting)?.trim() ?? ""
  const temperature = readNumber(read("llm-temperature"), 0, 2)
  const answerTokens = readNumber(read("max-tokens"), 1, limits.modelAnswerTokensMost)
  const maxOutputTokens = Math.floor(answerTokens ?? limits.modelAnswerTokens)
  const need = readNeed(optimizeFor, step.assistant)
  const choices = [
    ...readOwn(keyword, read, need),
    ...accounts.flatMap((account) => readStored(account, need, step)),
  ].map((choice) => ({ ...choice, maxOutputTokens, temperature }))
  return {
    choices: step.assistant.modelRouting === "load-balanced" ? rotate(choices, step) : choices,
    conversationTokens:
      readNumber(read("max-conversation-tokens"), 0, 1e9) ?? limits.modelTokensPerConversation,
    budgets,
  }
}

type Chosen = Pick<ModelChoice, "account" | "model">
type Need = ReturnType<typeof readNeed>

/** What the bot's settings say; empty when they say nothing of models. */
function readOwn(keyword: string, read: (name: string) => string, need: Need): Chosen[] {
  if (read("llm-provider") === "" && read("llm-url") === "") return []
  const account = readProvider(keyword, read)
  const own = read("llm-model") || read("model-default")
  const model = chooseModel(need, (alias) => read(`model-${alias}`)) || own
  if (model === "") throw serviceNotSetUp(keyword, "llm-model")
  return [{ account, model }]
}

/** An account whose key was given for another address, or cannot be opened, is passed over. */
function readStored(stored: StoredModelAccount, need: Need, step: Step): Chosen[] {
  const provider = findModelProvider(stored.provider)
  const url = URL.canParse(stored.url) ? new URL(stored.url) : null
  if (provider === null || url === null) return []
  const isBound = stored.keySealed === null || stored.keyOrigin === url.origin
  const key = stored.keySealed === null ? null : step.parts.seal.open(stored.keySealed)
  if (!isBound || (provider.needsKey && key === null)) {
    step.log(`models: the account with ${provider.label} has no key for its address`)
    return []
  }
  const isNamed = need.kind === "name" && Object.values(stored.models).includes(need.model)
  const chosen = chooseModel(need, (alias) => stored.models[alias] ?? "")
  const model = need.kind === "name" && !isNamed ? "" : chosen
  const name = model || (stored.models.default ?? "")
  if (name === "") return []
  return [{ account: { provider, url: stored.url.replace(/\/+$/, ""), key }, model: name }]
}

/** Begins with another one each time. */
function rotate<T>(list: readonly T[], step: Step): readonly T[] {
  const first = Math.floor(step.random() * list.length)
  return [...list.slice(first), ...list.slice(0, first)]
}

/** Null for an empty setting and for one that is no number; others are moved inside the bounds. */
function readNumber(text: string, least: number, most: number): number | null {
  const number = Number(text)
  return text === "" || Number.isNaN(number) ? null : Math.min(most, Math.max(least, number))
}
