import { defineModelProvider, namedModel } from "./define.ts"

export const groq = defineModelProvider({
  id: "groq",
  label: "Groq",
  protocol: "openai",
  url: "https://api.groq.com/openai/v1",
  needsKey: true,
  priceId: "groq",
  transcribe: { model: "whisper-large-v3-turbo", price: 0.04 / 60, pricedOn: "2025-09-01" },
  speak: { ...namedModel, voice: "" },
})
