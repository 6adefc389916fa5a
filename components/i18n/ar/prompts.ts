import prompts from "./prompts.json" with { type: "json" }

export const promptTexts = { prompts }
