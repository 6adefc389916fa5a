import { defineModelProvider } from "./define.ts"

export const mistral = defineModelProvider({
  id: "mistral",
  label: "Mistral",
  protocol: "openai",
  url: "https://api.mistral.ai/v1",
  needsKey: true,
  priceId: "mistral",
})
