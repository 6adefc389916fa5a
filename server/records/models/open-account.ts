import type { ModelProvider } from "#catalog/models/define.ts"
import { findModelProvider } from "#catalog/models/index.ts"
import type { StoredModelAccount } from "./read-models.ts"

/** An account whose key is open. */
export interface OpenedAccount {
  readonly account: {
    readonly provider: ModelProvider
    readonly url: string
    readonly key: string | null
  }
  /** Names of models by what they are for. */
  readonly models: Readonly<Record<string, string>>
}

/**
 * Opens an account that is stored. Null for a provider that is not known any more, and for one whose key was given for
 * another address or cannot be opened.
 */
export function openAccount(
  stored: StoredModelAccount,
  open: (sealed: string) => string | null,
): OpenedAccount | null {
  const provider = findModelProvider(stored.provider)
  const url = URL.canParse(stored.url) ? new URL(stored.url) : null
  if (provider === null || url === null) return null
  const isBound = stored.keySealed === null || stored.keyOrigin === url.origin
  const key = stored.keySealed === null ? null : open(stored.keySealed)
  if (!isBound || (provider.needsKey && key === null)) return null
  return {
    account: { provider, url: stored.url.replace(/\/+$/, ""), key },
    models: stored.models,
  }
}
