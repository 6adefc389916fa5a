import { defineModelProvider, namedModel } from "./define.ts"

export const openaiCompatible = defineModelProvider({
  id: "openai-compatible",
  label: "Anything that speaks as OpenAI does",
  protocol: "openai",
  url: null,
  needsKey: false,
  priceId: null,
  transcribe: namedModel,
  speak: { ...namedModel, voice: "alloy" },
  embed: namedModel,
})
