import { limits } from "#catalog/limits.ts"
import type { ModelAccount } from "#server/models/port.ts"
import type { OpenedAccount } from "#server/records/models/open-account.ts"
import type { StoredBudget } from "#server/records/models/read-models.ts"
import { serviceNotSetUp } from "../not-set-up.ts"
import type { Step } from "../step.ts"
import { chooseModel, type ModelNeed, readNeed } from "./choose-model.ts"
import { readAccounts, readNumber } from "./read-accounts.ts"

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
  /** A model puts passages in order before one answers from them. */
  readonly isReranking: boolean
}

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
  const { read, own, stored, budgets } = await readAccounts(keyword, step)
  const temperature = readNumber(read("llm-temperature"), 0, 2)
  const answerTokens = readNumber(read("max-tokens"), 1, limits.modelAnswerTokensMost)
  const maxOutputTokens = Math.floor(answerTokens ?? limits.modelAnswerTokens)
  const need = readNeed(optimizeFor, step.assistant)
  const choices = [
    ...(own === null ? [] : [chooseOwn(keyword, own, read, need)]),
    ...stored.flatMap((account) => chooseStored(account, need)),
  ].map((choice) => ({ ...choice, maxOutputTokens, temperature }))
  return {
    choices: step.assistant.modelRouting === "load-balanced" ? rotate(choices, step) : choices,
    conversationTokens:
      readNumber(read("max-conversation-tokens"), 0, 1e9) ?? limits.modelTokensPerConversation,
    budgets,
    isReranking: /^(?:on|yes|true|1)$/i.test(read("rerank")),
  }
}

type Chosen = Pick<ModelChoice, "account" | "model">

function chooseOwn(
  keyword: string,
  account: ModelAccount,
  read: (name: string) => string,
  need: ModelNeed,
): Chosen {
  const own = read("llm-model") || read("model-default")
  const model = chooseModel(need, (alias) => read(`model-${alias}`)) || own
  if (model === "") throw serviceNotSetUp(keyword, "llm-model")
  return { account, model }
}

function chooseStored({ account, models }: OpenedAccount, need: ModelNeed): Chosen[] {
  const isNamed = need.kind === "name" && Object.values(models).includes(need.model)
  const chosen = chooseModel(need, (alias) => models[alias] ?? "")
  const model = need.kind === "name" && !isNamed ? "" : chosen
  const name = model || (models.default ?? "")
  return name === "" ? [] : [{ account, model: name }]
}

/** Begins with another one each time. */
function rotate<T>(list: readonly T[], step: Step): readonly T[] {
  const first = Math.floor(step.random() * list.length)
  return [...list.slice(first), ...list.slice(0, first)]
}
