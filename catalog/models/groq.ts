import { defineModelProvider } from "./define.ts"

export const groq = defineModelProvider({
  id: "groq",
  label: "Groq",
  protocol: "openai",
  url: "https://api.groq.com/openai/v1",
  needsKey: true,
  priceId: "groq",
})
