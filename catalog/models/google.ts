import { defineModelProvider } from "./define.ts"

export const google = defineModelProvider({
  id: "google",
  label: "Google Gemini",
  protocol: "openai",
  url: "https://generativelanguage.googleapis.com/v1beta/openai",
  needsKey: true,
  priceId: "google",
})
