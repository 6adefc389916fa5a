import { defineCommand } from "./define.ts"

export const askModel = defineCommand({
  name: "LLM",
  forms: [
    "LLM {prompt}[ WITH OPTIMIZE FOR {optimizeFor}][ WITH MAX_COST {maxCost}][ WITH MAX_LATENCY {maxLatency}]",
  ],
  effect: "outside",
  group: "ai",
  summary: "Asks a language model; an answer that is JSON becomes an object or a list.",
  params: {
    prompt: { kind: "text", doc: "What to ask.", isLong: true },
    optimizeFor: {
      kind: "text",
      doc: '"speed", "cost" or "quality": which of the models of the bot answers.',
    },
    maxCost: { kind: "number", min: 0, doc: "What the answer may cost at most, in US dollars." },
    maxLatency: { kind: "number", min: 0, unit: "ms", doc: "How long it may take at most." },
  },
  result: "any",
  binding: "loose",
  raises: ["service.not_set_up", "model.refused", "model.timed_out", "model.limit_reached"],
  example: 'TALK LLM "Write a short greeting."',
  canvas: {
    icon: "sparkles",
    family: "ai",
    titleKey: "steps.llm",
    fields: ["prompt"],
    inPalette: true,
    snippet: 'answer = LLM "Write a short greeting."',
  },
})
