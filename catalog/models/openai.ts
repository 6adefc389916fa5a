import { defineModelProvider } from "./define.ts"

export const openai = defineModelProvider({
  id: "openai",
  label: "OpenAI",
  protocol: "openai",
  url: "https://api.openai.com/v1",
  needsKey: true,
  priceId: "openai",
  transcribe: { model: "whisper-1", price: 0.006, pricedOn: "2025-09-01" },
  speak: { model: "tts-1", voice: "alloy", price: 15, pricedOn: "2025-09-01" },
  embed: { model: "text-embedding-3-small", price: 0.02, pricedOn: "2025-09-01" },
})
