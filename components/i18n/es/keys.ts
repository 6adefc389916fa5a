import keys from "./keys.json" with { type: "json" }

export const keyTexts = { keys }
