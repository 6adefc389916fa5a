import history from "./history.json" with { type: "json" }

export const historyTexts = { history }
