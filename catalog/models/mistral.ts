import { defineModelProvider } from "./define.ts"

export const mistral = defineModelProvider({
  id: "mistral",
  label: "Mistral",
  protocol: "openai",
  url: "https://api.mistral.ai/v1",
  needsKey: true,
  priceId: "mistral",
  transcribe: { model: "voxtral-mini-latest", price: null, pricedOn: null },
  embed: { model: "mistral-embed", price: 0.1, pricedOn: "2025-09-01" },
})
