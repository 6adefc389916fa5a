import type { LanguageModel } from "ai"
import { openAnthropicModel } from "./anthropic.ts"
import { openGoogleModel } from "./google.ts"
import { openGroqModel } from "./groq.ts"
import { openMistralModel } from "./mistral.ts"
import { openOllamaModel } from "./ollama.ts"
import type { OpenModel } from "./open-model.ts"
import { openOpenaiModel } from "./openai.ts"
import { openOpenaiCompatibleModel } from "./openai-compatible.ts"
import { openOpenrouterModel } from "./openrouter.ts"
import type { ModelAccount } from "./port.ts"

/** How each provider of the catalogue is spoken to. */
const providers: Readonly<Record<string, OpenModel>> = {
  openai: openOpenaiModel,
  anthropic: openAnthropicModel,
  google: openGoogleModel,
  groq: openGroqModel,
  mistral: openMistralModel,
  openrouter: openOpenrouterModel,
  ollama: openOllamaModel,
  "openai-compatible": openOpenaiCompatibleModel,
}

/** Makes the SDK's model for an account; everything it sends goes through `fetch`. */
export function openProviderModel(
  account: ModelAccount,
  model: string,
  fetch: typeof globalThis.fetch,
): LanguageModel {
  const open = providers[account.provider.id]
  if (open === undefined) throw new Error(`server/models has no file for ${account.provider.id}.`)
  return open(account, model, fetch)
}
