import { findModelProvider } from "#catalog/models/index.ts"
import type { ModelAccount } from "#server/models/port.ts"
import {
  readModels,
  type StoredBudget,
  type StoredModelAccount,
  type StoredModels,
} from "#server/records/models/read-models.ts"
import type { Step } from "../step.ts"
import { readProvider } from "./read-provider.ts"

/** An account whose key is open. */
export interface OpenedAccount {
  readonly account: ModelAccount
  /** Names of models by what they are for. */
  readonly models: Readonly<Record<string, string>>
}

export interface ModelAccounts {
  /** A setting of the bot; empty for none. */
  readonly read: (setting: string) => string
  /** What the bot's settings name; null where they say nothing of models. */
  readonly own: ModelAccount | null
  /** Those of the bot, then those of its organization. */
  readonly stored: readonly OpenedAccount[]
  readonly budgets: readonly StoredBudget[]
}

const names = [
  ...["llm-provider", "llm-url", "llm-key", "llm-model", "llm-temperature", "max-tokens"],
  ...["model-default", "model-fast", "model-quality", "model-code", "model-vision"],
  ...["model-transcribe", "model-speak", "model-voice", "max-conversation-tokens"],
]

/**
 * Reads whom a bot may ask, with the keys open. One data effect.
 *
 * Throws: `EffectFailed` "service.not_set_up" for what is half set up, "model.refused" for what is no provider.
 */
export async function readAccounts(keyword: string, step: Step): Promise<ModelAccounts> {
  const name = `${keyword} MODELS`
  const found = await step.record(readModels(names), { name, arguments: null })
  const { settings, accounts, budgets } = found as unknown as StoredModels
  const values = new Map(
    settings.map(({ name: setting, value, isSecret }) => {
      const plain = isSecret ? step.parts.seal.open(value) : value
      return [setting, plain ?? ""] as const
    }),
  )
  const read = (setting: string) => values.get(setting)?.trim() ?? ""
  const isOwn = read("llm-provider") !== "" || read("llm-url") !== ""
  const own = isOwn ? readProvider(keyword, read) : null
  return { read, own, stored: accounts.flatMap((account) => open(account, step)), budgets }
}

/** An account whose key was given for another address, or cannot be opened, is passed over. */
function open(stored: StoredModelAccount, step: Step): OpenedAccount[] {
  const provider = findModelProvider(stored.provider)
  const url = URL.canParse(stored.url) ? new URL(stored.url) : null
  if (provider === null || url === null) return []
  const isBound = stored.keySealed === null || stored.keyOrigin === url.origin
  const key = stored.keySealed === null ? null : step.parts.seal.open(stored.keySealed)
  if (!isBound || (provider.needsKey && key === null)) {
    step.log(`models: the account with ${provider.label} has no key for its address`)
    return []
  }
  const account = { provider, url: stored.url.replace(/\/+$/, ""), key }
  return [{ account, models: stored.models }]
}

/** Null for an empty setting and for one that is no number; others are moved inside the bounds. */
export function readNumber(text: string, least: number, most: number): number | null {
  const number = Number(text)
  return text === "" || Number.isNaN(number) ? null : Math.min(most, Math.max(least, number))
}
