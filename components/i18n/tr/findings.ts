import findings from "./findings.json" with { type: "json" }

export const findingTexts = { findings }
