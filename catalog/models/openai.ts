import { defineModelProvider } from "./define.ts"

export const openai = defineModelProvider({
  id: "openai",
  label: "OpenAI",
  protocol: "openai",
  url: "https://api.openai.com/v1",
  needsKey: true,
  priceId: "openai",
})
