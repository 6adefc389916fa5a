import { findModelProvider } from "#catalog/models/index.ts"
import type { ModelAccount } from "#server/models/port.ts"
import { type OpenedAccount, openAccount } from "#server/records/models/open-account.ts"
import {
  readModels,
  type StoredBudget,
  type StoredModelAccount,
} from "#server/records/models/read-models.ts"
import type { Step } from "../step.ts"
import { readProvider } from "./read-provider.ts"

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
  ...["model-transcribe", "model-speak", "model-voice", "max-conversation-tokens", "rerank"],
]

/**
 * Reads whom a bot may ask, with the keys open. One data effect.
 *
 * Throws: `EffectFailed` "service.not_set_up" for what is half set up, "model.refused" for what is no provider.
 */
export async function readAccounts(keyword: string, step: Step): Promise<ModelAccounts> {
  const name = `${keyword} MODELS`
  const found = await step.record(readModels(names), { name, arguments: null })
  const { settings, accounts, budgets } = found
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

/** What cannot be opened is passed over, and the log says so. */
function open(stored: StoredModelAccount, step: Step): OpenedAccount[] {
  const opened = openAccount(stored, (sealed) => step.parts.seal.open(sealed))
  if (opened !== null) return [opened]
  const label = findModelProvider(stored.provider)?.label ?? stored.provider
  step.log(`models: the account with ${label} has no key for its address`)
  return []
}

/** Null for an empty setting and for one that is no number; others are moved inside the bounds. */
export function readNumber(text: string, least: number, most: number): number | null {
  const number = Number(text)
  return text === "" || Number.isNaN(number) ? null : Math.min(most, Math.max(least, number))
}
