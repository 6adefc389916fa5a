import { defineModelProvider } from "./define.ts"

export const ollama = defineModelProvider({
  id: "ollama",
  label: "Ollama",
  protocol: "openai",
  url: null,
  needsKey: false,
  priceId: null,
})
