import { calcPrice } from "@pydantic/genai-prices"
import { EffectFailed } from "../step.ts"
import type { ModelChoice } from "./read-account.ts"

/** Two characters are taken for a token: more tokens than most texts have, so that a cap is not broken by an estimate. */
const charsPerToken = 2

/**
 * Says how long an answer may be so that question and answer cost no more than a script allows.
 *
 * Units:  `maxCost` US dollars; the result tokens.
 * Throws: `EffectFailed` "model.price_unknown" when nobody knows what the model costs, "model.limit_reached"
 *         when the question alone costs more.
 */
export function capByCost(
  { account, model, maxOutputTokens }: ModelChoice,
  promptChars: number,
  maxCost: number | undefined,
): number {
  if (maxCost === undefined) return maxOutputTokens
  const inputTokens = Math.ceil(promptChars / charsPerToken)
  const costOf = (outputTokens: number): number => {
    const usage = { input_tokens: inputTokens, output_tokens: outputTokens }
    const { priceId } = account.provider
    const price = priceId === null ? null : calcPrice(usage, model, { providerId: priceId })
    if (price !== null) return price.total_price
    throw new EffectFailed(
      "model.price_unknown",
      `MAX_COST cannot be kept: nobody knows here what ${model} of ${account.provider.label} costs.`,
    )
  }
  const fixed = costOf(0)
  const each = (costOf(1_000) - fixed) / 1_000
  const affordable = each <= 0 ? maxOutputTokens : Math.floor((maxCost - fixed) / each)
  if (affordable >= 1) return Math.min(maxOutputTokens, affordable)
  throw new EffectFailed(
    "model.limit_reached",
    `The question alone may cost ${fixed.toPrecision(2)} dollars with ${model}, and MAX_COST is ${maxCost}.`,
  )
}
