import { limits } from "#catalog/limits.ts"
import { findModelProvider } from "#catalog/models/index.ts"
import type { ModelAccount } from "#server/models/port.ts"
import { serviceNotSetUp } from "../not-set-up.ts"
import { EffectFailed, type Step } from "../step.ts"

/** Which model a question goes to, on whose account, and what it may take. */
export interface ModelChoice {
  readonly account: ModelAccount
  readonly model: string
  readonly maxOutputTokens: number
  readonly temperature: number | null
  /** What models may read and write for this conversation altogether. Units: tokens. */
  readonly conversationTokens: number
}

const names = [
  ...["llm-provider", "llm-url", "llm-key", "llm-model", "llm-temperature", "max-tokens"],
  ...["model-default", "model-fast", "model-quality", "model-code", "max-conversation-tokens"],
]
/** What OPTIMIZE FOR and SET MODEL ROUTING mean, as an alias whose model a setting names. */
const aliases: Readonly<Record<string, string>> = {
  speed: "fast",
  cost: "fast",
  quality: "quality",
}

/**
 * Reads from the bot's settings who answers: `llm-provider` (or `llm-url` alone), `llm-key`, `llm-model`.
 *
 * `optimizeFor` wins over USE MODEL, and both over the bot's own model; an alias without a setting of its
 * own falls back to that.
 * Throws: `EffectFailed` "service.not_set_up" for what is empty, "model.refused" for what is no provider.
 */
export async function readAccount(
  keyword: string,
  optimizeFor: string | undefined,
  step: Step,
): Promise<ModelChoice> {
  const settings = await step.settings(names)
  const read = (name: string) => settings.get(name)?.trim() ?? ""
  const account = readProvider(keyword, read)
  const own = read("llm-model") || read("model-default")
  const model = chooseModel(optimizeFor, step, read) || own
  if (model === "") throw serviceNotSetUp(keyword, "llm-model")
  const temperature = readNumber(read("llm-temperature"), 0, 2)
  const answerTokens = readNumber(read("max-tokens"), 1, limits.modelAnswerTokensMost)
  const conversationTokens = readNumber(read("max-conversation-tokens"), 0, 1e9)
  return {
    account,
    model,
    maxOutputTokens: Math.floor(answerTokens ?? limits.modelAnswerTokens),
    temperature,
    conversationTokens: conversationTokens ?? limits.modelTokensPerConversation,
  }
}

function readProvider(keyword: string, read: (name: string) => string): ModelAccount {
  const named = read("llm-provider")
  const url = read("llm-url")
  if (named === "" && url === "") throw serviceNotSetUp(keyword, "llm-provider")
  const provider = findModelProvider(named === "" ? "openai-compatible" : named)
  if (provider === null)
    throw new EffectFailed(
      "model.refused",
      `The setting llm-provider says ${JSON.stringify(named.slice(0, 40))}, which is not known here.`,
    )
  const address = url || (provider.url ?? "")
  if (address === "") throw serviceNotSetUp(keyword, "llm-url")
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new EffectFailed("model.refused", "The setting llm-url is not a web address.")
  const key = read("llm-key")
  if (key === "" && provider.needsKey) throw serviceNotSetUp(keyword, "llm-key")
  return { provider, url: address.replace(/\/+$/, ""), key: key === "" ? null : key }
}

function chooseModel(
  optimizeFor: string | undefined,
  { assistant }: Step,
  read: (name: string) => string,
): string {
  const wish = (optimizeFor ?? "").trim().toLowerCase()
  if (wish !== "") {
    const alias = Object.hasOwn(aliases, wish) ? aliases[wish] : undefined
    if (alias === undefined)
      throw new EffectFailed(
        "model.refused",
        `OPTIMIZE FOR takes "speed", "cost" or "quality", not ${JSON.stringify(wish.slice(0, 40))}.`,
      )
    return read(`model-${alias}`)
  }
  if (assistant.model !== null) {
    const isAlias = /^(?:fast|quality|code)$/i.test(assistant.model)
    return isAlias ? read(`model-${assistant.model.toLowerCase()}`) : assistant.model
  }
  const routed = aliases[assistant.modelRouting]
  return routed === undefined ? "" : read(`model-${routed}`)
}

/** Null for an empty setting and for one that is no number; others are moved inside the bounds. */
function readNumber(text: string, least: number, most: number): number | null {
  const number = Number(text)
  return text === "" || Number.isNaN(number) ? null : Math.min(most, Math.max(least, number))
}
