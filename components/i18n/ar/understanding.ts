import understanding from "./understanding.json" with { type: "json" }

export const understandingTexts = { understanding }
