import type { LanguageModel } from "ai"
import type { ModelAccount } from "./port.ts"

/** Makes the SDK's model for an account; everything it sends goes through `fetch`. */
export type OpenModel = (
  account: ModelAccount,
  model: string,
  fetch: typeof globalThis.fetch,
) => LanguageModel
