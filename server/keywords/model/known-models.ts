import { findProvider } from "@pydantic/genai-prices"
import type { ModelProvider } from "#catalog/models/define.ts"

/** A list in a dialog needs no more of them. */
const mostNames = 250
/** Retired, of somebody's own, or not for answers in words. */
const leftOut = /^(?:ft:|~|text-davinci|davinci|curie|babbage|ada$|moderation)|:free$|deprecated/i

/** Models of a provider that answer for a price, by the table of prices that comes with the product. */
export function listKnownModels({ priceId }: ModelProvider): string[] {
  const models = priceId === null ? [] : (findProvider({ providerId: priceId })?.models ?? [])
  return models
    .filter(({ id, prices }) => !leftOut.test(id) && hasOutput(prices))
    .map(({ id }) => id)
    .toSorted()
    .slice(-mostNames)
}

/** Prices of a model are one set, or several by time. */
const hasOutput = (prices: unknown): boolean => JSON.stringify(prices).includes('"output_mtok"')
