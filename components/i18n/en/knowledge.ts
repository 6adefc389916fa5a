import knowledge from "./knowledge.json" with { type: "json" }

export const knowledgeTexts = { knowledge }
