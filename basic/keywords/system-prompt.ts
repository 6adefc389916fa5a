import { defineCommand } from "./define.ts"

export const systemPrompt = defineCommand({
  name: "SYSTEM PROMPT",
  forms: ["BEGIN SYSTEM PROMPT"],
  effect: "data",
  group: "dialog",
  summary: "Tells the assistant who it is and how to answer.",
  params: { text: { kind: "text", doc: "The instructions.", isLong: true } },
  result: "nothing",
  raises: [],
  example:
    'BEGIN SYSTEM PROMPT\nYou help guests of a small restaurant.\nEND SYSTEM PROMPT\nTALK "Welcome!"',
  hasOwnGrammar: true,
  canvas: {
    icon: "sparkles",
    family: "ai",
    titleKey: "steps.system_prompt",
    inPalette: true,
    snippet: "BEGIN SYSTEM PROMPT\nYou are a friendly assistant.\nEND SYSTEM PROMPT",
  },
})
