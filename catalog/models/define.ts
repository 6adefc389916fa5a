/** A company or program that answers questions of language models, as settings name it. */
export interface ModelProvider {
  /** What the setting llm-provider says. */
  readonly id: string
  readonly label: string
  /** The wire format it speaks. */
  readonly protocol: "openai" | "anthropic" | "google"
  /** Where it is called when llm-url is empty; null when only whoever sets it up can know. */
  readonly url: string | null
  /** It answers nobody without llm-key. */
  readonly needsKey: boolean
  /** Its name in the price table; null when it has no prices there. */
  readonly priceId: string | null
}

export const defineModelProvider = (provider: ModelProvider): ModelProvider => provider
