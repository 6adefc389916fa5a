import { defineModelProvider } from "./define.ts"

export const google = defineModelProvider({
  id: "google",
  label: "Google Gemini",
  protocol: "google",
  url: "https://generativelanguage.googleapis.com/v1beta",
  needsKey: true,
  priceId: "google",
  embed: { model: "gemini-embedding-001", price: 0.15, pricedOn: "2025-09-01" },
})
