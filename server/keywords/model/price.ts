import { calcPrice } from "@pydantic/genai-prices"
import type { ModelAnswer } from "#server/models/port.ts"
import type { ModelChoice } from "./read-choices.ts"

type Tokens = Pick<ModelAnswer, "inputTokens" | "outputTokens"> & { readonly cachedTokens?: number }

/** What a question and its answer cost in US dollars; null where nobody knows. What runs at home costs nothing. */
export function priceOf(
  { account, model }: Pick<ModelChoice, "account" | "model">,
  { inputTokens, cachedTokens = 0, outputTokens }: Tokens,
): number | null {
  const { priceId } = account.provider
  if (priceId === null) return account.provider.id === "ollama" ? 0 : null
  const usage = {
    ...{ input_tokens: inputTokens, output_tokens: outputTokens },
    ...(cachedTokens > 0 && { cache_read_tokens: cachedTokens }),
  }
  return calcPrice(usage, model, { providerId: priceId })?.total_price ?? null
}
