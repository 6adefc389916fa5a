import { defineModelProvider } from "./define.ts"

export const ollama = defineModelProvider({
  id: "ollama",
  label: "Ollama",
  protocol: "openai",
  url: null,
  needsKey: false,
  priceId: null,
  embed: { model: "nomic-embed-text", price: 0, pricedOn: null },
})
