import { defineModelProvider } from "./define.ts"

export const anthropic = defineModelProvider({
  id: "anthropic",
  label: "Anthropic",
  protocol: "anthropic",
  url: "https://api.anthropic.com/v1",
  needsKey: true,
  priceId: "anthropic",
})
