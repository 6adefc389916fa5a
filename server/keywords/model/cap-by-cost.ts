import { EffectFailed } from "../step.ts"
import { priceOf } from "./price.ts"
import type { ModelChoice } from "./read-choices.ts"

/**
 * Says how long an answer may be so that question and answer cost no more than a script or a budget allows.
 *
 * Units:  `maxCost` US dollars; the result tokens.
 * Throws: `EffectFailed` "model.price_unknown" when nobody knows what the model costs, "model.limit_reached"
 *         when the question alone costs more.
 */
export function capByCost(
  choice: ModelChoice,
  inputTokens: number,
  maxCost: number | undefined,
): number {
  const { account, model, maxOutputTokens } = choice
  if (maxCost === undefined) return maxOutputTokens
  const costOf = (outputTokens: number): number => {
    const price = priceOf(choice, { inputTokens, outputTokens })
    if (price !== null) return price
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
    `The question alone may cost ${fixed.toPrecision(2)} dollars with ${model}, and ${maxCost.toPrecision(2)} are allowed.`,
  )
}
