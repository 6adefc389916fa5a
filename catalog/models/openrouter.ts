import { defineModelProvider } from "./define.ts"

export const openrouter = defineModelProvider({
  id: "openrouter",
  label: "OpenRouter",
  protocol: "openai",
  url: "https://openrouter.ai/api/v1",
  needsKey: true,
  priceId: "openrouter",
})
