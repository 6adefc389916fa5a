import evaluations from "./evaluations.json" with { type: "json" }

export const evaluationTexts = { evaluations }
