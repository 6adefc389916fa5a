import source from "./source.json" with { type: "json" }

export const sourceTexts = { source }
